/** The case at a glance, as it stands at the top of each task form. */

import { foldable, foreign, link, node } from './dom.js';
import { whereItWent } from './publications.js';
import { publicPlaces } from './statement.js';
import { deadline, localWithin, moment, pauseUntil } from './time.js';

const SEVERITIES = { S1: 'critical', S2: 'serious', S3: 'moderate', S4: 'routine' };

const PHASES = {
  ASSESS: 'Assess', CONTAIN: 'Contain', RESPOND: 'Respond', WATCH: 'Watch', LEARN: 'Learn', CLOSED: 'Closed'
};

const RESPONSIBILITIES = { UNKNOWN: 'not known yet', NONE: 'not at all', LOW: 'a little', STRONG: 'strongly' };
const CLUSTERS = {
  VICTIM: 'something that we suffer too', ACCIDENTAL: 'an accident', PREVENTABLE: 'something that could have been avoided'
};
const CLAIMS = { FACT: 'a fact', RUMOUR: 'a rumour', CHALLENGE: 'that what we do is wrong' };

/** Everything that a person needs to know before deciding. */
export function glance(briefing) {
  return node('section', { class: 'firebreak-case', 'aria-label': 'The case at a glance' },
    headline(briefing),
    drill(briefing),
    foreign('h3', briefing.title, { class: 'firebreak-title', lang: briefing.language }),
    facts(briefing),
    report(briefing),
    knowledge(briefing.known),
    whereItWent(briefing),
    history(briefing.ledger));
}

/** Nobody must mistake a rehearsal for a crisis, nor a crisis for a rehearsal. */
function drill(briefing) {
  if (!briefing.drill) return null;
  return node('p', { class: 'firebreak-drill' }, node('strong', {}, 'This is a drill.'),
    ' Everything is done but the last call to each channel; nothing becomes public.');
}

function headline(briefing) {
  return node('p', { class: 'firebreak-headline' },
    node('strong', {}, briefing.reference),
    severity(briefing.severity),
    node('span', {}, 'Phase: ', node('strong', {}, PHASES[briefing.phase] ?? briefing.phase)));
}

function severity(level) {
  if (!level) return node('span', { class: 'label firebreak-severity-none' }, 'Severity not decided yet');
  return node('span', { class: `label firebreak-severity-${level}` }, `${level} – ${SEVERITIES[level]}`);
}

function facts(briefing) {
  const list = node('dl', { class: 'firebreak-facts' });
  const add = (name, ...values) => list.append(node('dt', {}, name), node('dd', {}, ...values));
  add('Reported', moment(briefing.receivedAt), ' by ', foreign('strong', briefing.reportedBy));
  if (briefing.known.lead) add('Led by', foreign('strong', briefing.known.lead));
  if (isOpenQuestion(briefing)) add(isOneComment(briefing) ? 'Answer due' : 'Statement due', deadline(briefing.statementDueAt));
  if (isOpenQuestion(briefing)) add('Cool-down', coolDown(briefing));
  if (briefing.wordDueAt) add('Next word promised', deadline(briefing.wordDueAt));
  if (briefing.sourceUrl) add('Seen at', link(briefing.sourceUrl));
  publicPlaces(briefing).forEach(({ url, what }) => add('Public at', link(url), ` (${what})`));
  return list;
}

function coolDown(briefing) {
  const none = new Date(briefing.coolDownEndsAt) <= new Date(briefing.receivedAt);
  return none ? 'none: publish as soon as it is approved' : pauseUntil(briefing.coolDownEndsAt);
}

/** One comment gets one reply, and no statement. */
function isOneComment({ severity, facts }) {
  return severity === 'S4' && facts?.category !== 'OWN_SLIP';
}

/** Once the statement is out, its deadline and its pause tell nobody anything. */
function isOpenQuestion(briefing) {
  return briefing.statementDueAt && ['ASSESS', 'CONTAIN', 'RESPOND'].includes(briefing.phase);
}

function report(briefing) {
  return foldable('What was reported', true,
    foreign('div', briefing.description,
      { class: 'firebreak-text firebreak-report', lang: briefing.language, tabindex: '0' }));
}

/** What people found out so far; null before anybody did. */
function knowledge({ facts: known, cause }) {
  if (known.length === 0 && !cause) return null;
  const list = node('ul', { class: 'firebreak-places list-unstyled', tabindex: '0', 'aria-label': 'What is known' });
  known.forEach(({ area, text, knownBy, knownAt, cameWith }) => list.append(node('li', {},
    area ? foreign('strong', area) : null, area ? ', ' : null,
    foreign('span', knownBy), ', ', moment(knownAt), cameWith ? `, came with ${cameWith}` : null,
    foreign('blockquote', text, { class: 'firebreak-text' }))));
  if (cause) list.append(node('li', {}, node('strong', {}, 'The cause'), ', found by ', foreign('span', cause.foundBy),
    origin(cause)));
  return foldable(`What is known (${known.length + (cause ? 1 : 0)})`, true, list);
}

function origin(cause) {
  const list = node('dl', { class: 'firebreak-facts' });
  const add = (name, value) => list.append(node('dt', {}, name), foreign('dd', value, { class: 'firebreak-text' }));
  add('It began', cause.beginning);
  if (cause.triggers) add('What feeds it', cause.triggers);
  if (cause.people) add('Who carries it', cause.people);
  add('We answer for it', RESPONSIBILITIES[cause.responsibility]);
  add('People take it for', CLUSTERS[cause.cluster]);
  add('Against us is said', CLAIMS[cause.claim] + (cause.claimShownFalse ? '; we can show that it is false' : ''));
  if (cause.badReputation) add('Before', 'we had a bad name in the matter');
  return list;
}

function history(ledger) {
  const list = node('ol', { class: 'firebreak-history list-unstyled', tabindex: '0', 'aria-label': 'History' });
  ledger.forEach(entry => list.append(node('li', {},
    node('span', { class: 'firebreak-when' }, moment(entry.at), ' – ', foreign('span', entry.actor)),
    foreign('div', localWithin(entry.sentence)),
    entry.reason ? foreign('blockquote', entry.reason, { class: 'firebreak-text' }) : null)));
  return foldable(`What happened so far (${ledger.length})`, false, list);
}

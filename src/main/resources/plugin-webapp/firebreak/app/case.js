/** The case at a glance, as it stands at the top of each task form. */

import { foldable, foreign, link, node } from './dom.js';
import { whereItWent } from './publications.js';
import { publicPlaces } from './statement.js';
import { deadline, localWithin, moment, pauseUntil } from './time.js';

const SEVERITIES = { S1: 'critical', S2: 'serious', S3: 'moderate', S4: 'routine' };

const PHASES = {
  ASSESS: 'Assess', CONTAIN: 'Contain', RESPOND: 'Respond', WATCH: 'Watch', LEARN: 'Learn', CLOSED: 'Closed'
};

/** Everything that a person needs to know before deciding. */
export function glance(briefing) {
  return node('section', { class: 'firebreak-case', 'aria-label': 'The case at a glance' },
    headline(briefing),
    drill(briefing),
    foreign('h3', briefing.title, { class: 'firebreak-title', lang: briefing.language }),
    facts(briefing),
    report(briefing),
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
  if (isOpenQuestion(briefing)) add('Statement due', deadline(briefing.statementDueAt));
  if (isOpenQuestion(briefing)) add('Cool-down', coolDown(briefing));
  if (briefing.wordDueAt) add('Next word promised', deadline(briefing.wordDueAt));
  if (briefing.sourceUrl) add('Seen at', link(briefing.sourceUrl));
  publicPlaces(briefing).forEach(({ url }) => add('Public at', link(url)));
  return list;
}

function coolDown(briefing) {
  const none = new Date(briefing.coolDownEndsAt) <= new Date(briefing.receivedAt);
  return none ? 'none: publish as soon as it is approved' : pauseUntil(briefing.coolDownEndsAt);
}

/** Once the statement is out, its deadline and its pause tell nobody anything. */
function isOpenQuestion(briefing) {
  return briefing.statementDueAt && (briefing.phase === 'ASSESS' || briefing.phase === 'RESPOND');
}

function report(briefing) {
  return foldable('What was reported', true,
    foreign('div', briefing.description,
      { class: 'firebreak-text firebreak-report', lang: briefing.language, tabindex: '0' }));
}

function history(ledger) {
  const list = node('ol', { class: 'firebreak-history list-unstyled', tabindex: '0', 'aria-label': 'History' });
  ledger.forEach(entry => list.append(node('li', {},
    node('span', { class: 'firebreak-when' }, moment(entry.at), ' – ', foreign('span', entry.actor)),
    foreign('div', localWithin(entry.sentence)),
    entry.reason ? foreign('blockquote', entry.reason, { class: 'firebreak-text' }) : null)));
  return foldable(`What happened so far (${ledger.length})`, false, list);
}

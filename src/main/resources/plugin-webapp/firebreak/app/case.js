/** The case at a glance, as it stands at the top of each task form. */

import { foldable, foldableLater, foreign, link, node } from './dom.js';
import { knowledge } from './knowledge.js';
import { whereItWent } from './publications.js';
import { hasCoolDown } from './response.js';
import { publicPlaces } from './statement.js';
import { entryOf } from './timeline.js';
import { countdown, deadline, local, localWithin, moment, pauseUntil, since } from './time.js';
import { say, sentence } from './words.js';

const SEVERITIES = {
  S1: say('S1 – critical'), S2: say('S2 – serious'), S3: say('S3 – moderate'), S4: say('S4 – routine')
};

const CATEGORIES = {
  OWN_SLIP: say('Own slip'),
  OWN_OFFENCE: say('Own offence'),
  PRODUCT_QUALITY: say('Product quality'),
  CUSTOMER_COMPLAINT: say('Customer complaint'),
  HOSTILE_DISPUTE: say('Hostile dispute'),
  COMPETITOR_OR_TROLL: say('Competitor or troll'),
  SUDDEN_SPIKE: say('Sudden spike')
};

const PHASES = {
  ASSESS: say('Assess'), CONTAIN: say('Contain'), RESPOND: say('Respond'), WATCH: say('Watch'), LEARN: say('Learn'), CLOSED: say('Closed')
};

/** How many of the last decisions and publications lead up to the question of a form. */
const LATELY = 3;

/** Everything that a person needs to know before deciding. */
export function glance(briefing) {
  return node('section', { class: 'firebreak-case', 'aria-label': say('The case at a glance') },
    headline(briefing),
    drill(briefing),
    foreign('h3', briefing.title, { class: 'firebreak-title', lang: briefing.language }),
    now(briefing),
    lately(briefing),
    report(briefing),
    knowledge(briefing.known),
    foldable(say('Times, links and people'), false, facts(briefing)),
    whereItWent(briefing),
    history(briefing.ledger));
}

/** Nobody must mistake a rehearsal for a crisis, nor a crisis for a rehearsal. */
function drill(briefing) {
  if (!briefing.drill) return null;
  return node('p', { class: 'firebreak-drill' }, node('strong', {}, say('This is a drill.')), ' ',
    say('Everything is done but the last call to each channel; nothing becomes public.'));
}

function headline({ reference, severity, facts: answers, phase }) {
  return node('p', { class: 'firebreak-headline' },
    node('strong', {}, reference),
    node('span', { class: ['label', `firebreak-severity-${severity ?? 'none'}`].join(' ') },
      severity ? SEVERITIES[severity] : say('Severity not decided yet')),
    answers?.category ? node('span', {}, CATEGORIES[answers.category]) : null,
    node('span', {}, sentence('Phase: {phase}', { phase: node('strong', {}, PHASES[phase] ?? phase) })));
}

/** How long it burns, who leads, and what has to be done by when. */
function now(briefing) {
  const list = node('dl', { class: 'firebreak-now' });
  const add = (name, ...values) => list.append(node('div', {}, node('dt', {}, name), node('dd', {}, ...values)));
  const next = nextDeadline(briefing);
  if (next) add(next.name, node('span', { class: 'firebreak-countdown' }, countdown(next.at)), node('span', { class: 'firebreak-when' }, local(next.at)));
  if (isOpenQuestion(briefing) && isRunning(briefing)) add(say('Cool-down'), pauseUntil(briefing.coolDownEndsAt));
  add(say('Reported'), sentence('{span} ago', { span: since(briefing.receivedAt) }));
  add(say('Led by'), briefing.known.lead ? foreign('strong', briefing.known.lead) : say('nobody yet'));
  return list;
}

/** The nearest of all that runs out; what is missed already comes before all else. */
function nextDeadline(briefing) {
  return [
    { name: say('This task is due'), at: briefing.taskDueAt },
    { name: isOneComment(briefing) ? say('Answer due') : say('Statement due'), at: isOpenQuestion(briefing) && briefing.statementDueAt },
    { name: say('Next word promised'), at: briefing.wordDueAt }
  ].filter(({ at }) => at).sort((one, other) => new Date(one.at) - new Date(other.at))[0];
}

function isRunning(briefing) {
  return hasCoolDown(briefing) && new Date(briefing.coolDownEndsAt) > Date.now();
}

/** What led here, in one line each. */
function lately({ ledger }) {
  const last = ledger.filter(({ kind }) => kind === 'DECISION' || kind === 'PUBLICATION').slice(-LATELY).reverse();
  if (last.length === 0) return null;
  return node('ul', { class: 'firebreak-lately list-unstyled', 'aria-label': say('What led here') }, ...last.map(entry => {
    const words = localWithin(entry.sentence);
    return node('li', { title: words }, node('span', { class: 'firebreak-when' }, local(entry.at)), ' ', foreign('span', words));
  }));
}

function facts(briefing) {
  const list = node('dl', { class: 'firebreak-facts' });
  const add = (name, ...values) => list.append(node('dt', {}, name), node('dd', {}, ...values));
  add(say('Reported'), sentence('{moment} by {person}', {
    moment: moment(briefing.receivedAt), person: foreign('strong', briefing.reportedBy)
  }));
  if (briefing.taskDueAt) add(say('This task is due'), deadline(briefing.taskDueAt));
  if (isOpenQuestion(briefing)) {
    add(isOneComment(briefing) ? say('Answer due') : say('Statement due'), deadline(briefing.statementDueAt));
    add(say('Cool-down'), coolDown(briefing));
  }
  if (briefing.wordDueAt) add(say('Next word promised'), deadline(briefing.wordDueAt));
  if (briefing.sourceUrl) add(say('Seen at'), link(briefing.sourceUrl));
  publicPlaces(briefing).forEach(({ url, what }) =>
    add(say('Public at'), sentence('{link} ({text})', { link: link(url), text: what })));
  return list;
}

function coolDown(briefing) {
  return hasCoolDown(briefing) ? pauseUntil(briefing.coolDownEndsAt) : say('none: publish as soon as it is approved');
}

/** One comment gets one reply, and no statement. */
function isOneComment({ severity, facts: answers }) {
  return severity === 'S4' && answers?.category !== 'OWN_SLIP';
}

/** Once the statement is out, its deadline and its pause tell nobody anything. */
function isOpenQuestion(briefing) {
  return briefing.statementDueAt && ['ASSESS', 'CONTAIN', 'RESPOND'].includes(briefing.phase);
}

/** Unfolded while it is all that is known. */
function report(briefing) {
  return foldable(say('What was reported'), briefing.phase === 'ASSESS',
    foreign('div', briefing.description,
      { class: 'firebreak-text firebreak-report', lang: briefing.language, tabindex: '0' }));
}

function history(ledger) {
  return foldableLater(say('What happened so far ({number})', { number: ledger.length }), () =>
    node('ol', { class: 'firebreak-history list-unstyled', tabindex: '0', 'aria-label': say('History') }, ...ledger.map(entryOf)));
}

/** What a text has to follow: the posture, the promise of the word before, the text that it translates. */

import { foldable, foreign, link, node } from './dom.js';
import { about, statement } from './statement.js';
import { deadline, pauseUntil } from './time.js';
import { say, sentence } from './words.js';

/** What people call the postures. */
export const POSTURES = {
  HOLD: say('Hold'), REBUILD: say('Rebuild'), DENY: say('Deny'), DIMINISH: say('Diminish'), INFORM: say('Inform')
};

const APOLOGIES = { NO: say('Do not apologise'), SHORT: say('Apologise in a few words'), YES: say('Apologise') };
const ADMISSIONS = { NO: say('do not admit it'), PARTLY: say('admit a part of it'), YES: say('admit it') };

/** What was advised, by which rule and study, and what people chose; null before anything was advised. */
export function posture({ posture: taken }) {
  if (!taken) return null;
  return node('section', { class: 'firebreak-posture', 'aria-label': say('The posture') },
    node('p', { class: 'firebreak-posture-name' }, node('strong', {}, POSTURES[taken.chosen ?? taken.advised]), ' ', stand(taken)),
    taken.reason ? foreign('blockquote', taken.reason, { class: 'firebreak-text' }) : null,
    node('p', {}, sentence('{apologise}; {admit}. The text must contain {contents}.', {
      apologise: APOLOGIES[taken.apology], admit: ADMISSIONS[taken.admit], contents: foreign('span', taken.mustContain)
    })),
    node('p', { class: 'firebreak-when' }, sentence('Rule {rule}: {source}', {
      rule: String(taken.rule), source: foreign('span', taken.source)
    })),
    node('p', {}, apologiesUsed(taken.apologies, taken.mostApologies)));
}

function stand({ chosen, advised, chosenBy }) {
  const person = foreign('span', chosenBy ?? '');
  if (!chosen) return say('is advised.');
  return chosen === advised
    ? sentence('is advised, and chosen by {person}.', { person })
    : sentence('is chosen by {person}; advised is {posture}.', { person, posture: POSTURES[advised] });
}

/** How many apologies the case has left. */
export function apologiesUsed(used, most) {
  return say('Apologies of this case used so far: {used} of {most}.', { used, most });
}

/** How long the cool-down holds back what is approved; null where the case has none, or it is not known yet. */
export function coolDown(briefing) {
  if (!hasCoolDown(briefing)) return null;
  return node('p', { class: 'alert alert-info' }, sentence('Nothing goes out before the cool-down is over: {moment}', {
    moment: pauseUntil(briefing.coolDownEndsAt)
  }));
}

/** Not by the viewer's clock, which may be behind. */
export function hasCoolDown({ coolDownEndsAt, receivedAt }) {
  return new Date(coolDownEndsAt) > new Date(receivedAt);
}

/** Our own post that the statement puts right; null when the case is about none. */
export function wrongPost({ wrongPost: url }) {
  if (!url) return null;
  return node('p', { class: 'alert alert-info' }, sentence(
    'This text puts our own post right in public: {address}. The post stays where it is; its link is added to the text if you do not write it.',
    { address: link(url) }));
}

/** When the case promised to say more; null when it owes no word. */
export function promise({ wordDueAt }) {
  if (!wordDueAt) return null;
  return node('p', { class: 'alert alert-info' }, sentence('The next word is promised: {moment}', { moment: deadline(wordDueAt) }));
}

/** The text that a translation translates; null where there is none. */
export function original({ original: version }) {
  if (!version) return null;
  return foldable(say('The original, version {number}', { number: version.number }), true, statement(version), about(version));
}

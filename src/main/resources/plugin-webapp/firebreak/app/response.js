/** What a text has to follow: the posture, the promise of the word before, the text that it translates. */

import { foldable, foreign, link, node } from './dom.js';
import { about, statement } from './statement.js';
import { deadline } from './time.js';

const POSTURES = {
  HOLD: 'Hold', REBUILD: 'Rebuild', DENY: 'Deny', DIMINISH: 'Diminish', INFORM: 'Inform'
};

const APOLOGIES = { NO: 'no', SHORT: 'in a few words', YES: 'yes' };
const ADMISSIONS = { NO: 'no', PARTLY: 'partly', YES: 'yes' };

/** What was advised, by which rule and study, and what people chose; null before anything was advised. */
export function posture({ posture: taken }) {
  if (!taken) return null;
  const list = node('dl', { class: 'firebreak-facts' });
  const add = (name, ...values) => list.append(node('dt', {}, name), node('dd', {}, ...values));
  if (taken.chosen) add('Posture', node('strong', {}, POSTURES[taken.chosen]), ', chosen by ', foreign('span', taken.chosenBy));
  if (taken.reason) add('Because', foreign('span', taken.reason));
  add('Advised', node('strong', {}, POSTURES[taken.advised]), ` (rule ${taken.rule})`);
  add('Apologise', APOLOGIES[taken.apology]);
  add('Admit it', ADMISSIONS[taken.admit]);
  add('The text must contain', taken.mustContain);
  add('Why', taken.source);
  return node('div', { class: 'firebreak-posture' }, list);
}

/** Our own post that the statement puts right; null when the case is about none. */
export function wrongPost({ wrongPost: url }) {
  if (!url) return null;
  return node('p', { class: 'alert alert-info' }, 'This text puts our own post right in public: ', link(url),
    '. The post stays where it is; its link is added to the text if you do not write it.');
}

/** When the case promised to say more; null when it owes no word. */
export function promise({ wordDueAt }) {
  if (!wordDueAt) return null;
  return node('p', { class: 'alert alert-info' }, 'The next word is promised: ', deadline(wordDueAt));
}

/** The text that a translation translates; null where there is none. */
export function original({ original: version }) {
  if (!version) return null;
  return foldable(`The original, version ${version.number}`, true, statement(version), about(version));
}

/** What people found out about a case so far. */

import { foldable, foreign, node } from './dom.js';
import { moment } from './time.js';
import { say, sentence } from './words.js';

const RESPONSIBILITIES = {
  UNKNOWN: say('not known yet'), NONE: say('not at all'), LOW: say('a little'), STRONG: say('strongly')
};
const CLUSTERS = {
  VICTIM: say('something that we suffer too'), ACCIDENTAL: say('an accident'),
  PREVENTABLE: say('something that could have been avoided')
};
const CLAIMS = { FACT: say('a fact'), RUMOUR: say('a rumour'), CHALLENGE: say('that what we do is wrong') };

/** Facts and the cause; null before anybody found out anything. */
export function knowledge({ facts, cause }) {
  if (facts.length === 0 && !cause) return null;
  const list = node('ul', { class: 'firebreak-places list-unstyled', tabindex: '0', 'aria-label': say('What is known') },
    ...facts.map(fact));
  if (cause) {
    list.append(node('li', {}, sentence('{cause}, found by {person}', {
      cause: node('strong', {}, say('The cause')), person: foreign('span', cause.foundBy)
    }), origin(cause)));
  }
  return foldable(say('What is known ({number})', { number: facts.length + (cause ? 1 : 0) }), false, list);
}

function fact({ area, text, knownBy, knownAt, cameWith }) {
  return node('li', {},
    sentence(area ? '{area}: {person}, {moment}' : '{person}, {moment}', {
      area: foreign('strong', area), person: foreign('span', knownBy), moment: moment(knownAt)
    }),
    cameWith ? node('span', { class: 'firebreak-when' }, ' ', say('(came with {reference})', { reference: cameWith })) : null,
    foreign('blockquote', text, { class: 'firebreak-text' }));
}

function origin(cause) {
  const list = node('dl', { class: 'firebreak-facts' });
  const add = (name, value) => list.append(node('dt', {}, name), foreign('dd', value, { class: 'firebreak-text' }));
  add(say('It began'), cause.beginning);
  if (cause.triggers) add(say('What feeds it'), cause.triggers);
  if (cause.people) add(say('Who carries it'), cause.people);
  add(say('We answer for it'), RESPONSIBILITIES[cause.responsibility]);
  add(say('People take it for'), CLUSTERS[cause.cluster]);
  add(say('Against us is said'), cause.claimShownFalse
    ? say('{claim}; we can show that it is false', { claim: CLAIMS[cause.claim] }) : CLAIMS[cause.claim]);
  if (cause.badReputation) add(say('Before'), say('we had a bad name in the matter'));
  return list;
}

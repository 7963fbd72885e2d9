/** Whom the crisis plan names besides those who work on cases. */

import { foldable, foreign, node } from './dom.js';
import { say, sentence } from './words.js';

/** Who can be asked for advice; null where the plan names nobody. */
export function experts({ known: { outside } }) {
  return listed(say('Who can advise from outside ({number})', { number: outside.experts.length }), outside.experts,
    ({ name, subject, contact, agency }) => sentence(agency ? '{name} (agency): {subject}; {contact}' : '{name}: {subject}; {contact}', {
      name: foreign('strong', name), subject: foreign('span', subject), contact: foreign('span', contact)
    }));
}

/** Who carries a statement further; null where the plan names nobody. */
export function allies({ known: { outside } }) {
  return listed(say('Who carries a statement further ({number})', { number: outside.allies.length }), outside.allies,
    ({ name, contact, languages }) => sentence(languages.length > 0 ? '{name} ({languages}): {contact}' : '{name}: {contact}', {
      name: foreign('strong', name), languages: languages.join(', '), contact: foreign('span', contact)
    }));
}

/** Which places the task's channel serves, and who answers for each; null where the plan names none. */
export function touchPoints({ known: { outside } }) {
  return listed(say('The places that this is about ({number})', { number: outside.touchPoints.length }), outside.touchPoints,
    ({ name, owner }) => sentence('{place}, answered for by {person}', {
      place: foreign('strong', name), person: foreign('span', owner)
    }));
}

function listed(title, entries, words) {
  if (entries.length === 0) return null;
  return foldable(title, false,
    node('ul', { class: 'firebreak-places list-unstyled' }, ...entries.map(entry => node('li', {}, words(entry)))));
}

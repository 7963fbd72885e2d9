/** Whom the crisis plan names besides those who work on cases. */

import { foldable, foreign, node } from './dom.js';

/** Who can be asked for advice; null where the plan names nobody. */
export function experts({ known: { outside } }) {
  return listed('Who can advise from outside', outside.experts, ({ name, subject, contact, agency }) => [
    foreign('strong', name), agency ? ' (agency)' : '', ': ', foreign('span', subject), '; ', foreign('span', contact)]);
}

/** Who carries a statement further; null where the plan names nobody. */
export function allies({ known: { outside } }) {
  return listed('Who carries a statement further', outside.allies, ({ name, contact, languages }) => [
    foreign('strong', name), languages.length > 0 ? ` (${languages.join(', ')})` : '', ': ', foreign('span', contact)]);
}

/** Which places the task's channel serves, and who answers for each; null where the plan names none. */
export function touchPoints({ known: { outside } }) {
  return listed('The places that this is about', outside.touchPoints, ({ name, owner }) => [
    foreign('strong', name), ', answered for by ', foreign('span', owner)]);
}

function listed(title, entries, words) {
  if (entries.length === 0) return null;
  return foldable(`${title} (${entries.length})`, false,
    node('ul', { class: 'firebreak-places list-unstyled' }, ...entries.map(entry => node('li', {}, ...words(entry)))));
}

/** What somebody who was affected is to be offered in private, and what the crisis plan leaves for it. */

import { foreign, node } from './dom.js';
import { say, sentence, viewersLocale } from './words.js';

const OFFERS = {
  DIRECT_MESSAGE: '{amount}, by direct message',
  MAIL: '{amount}, by mail',
  PHONE: '{amount}, by phone'
};

/** A sum as people write it: with two decimals, or with none where it is whole. */
function money(sum) {
  const decimals = Number.isInteger(sum) ? 0 : 2;
  return new Intl.NumberFormat(viewersLocale, { minimumFractionDigits: decimals, maximumFractionDigits: 2 }).format(sum);
}

/** How much may still be agreed to; or that nothing may be offered at all. */
export function budget(left) {
  if (!left) {
    return node('p', { class: 'alert alert-warning' },
      say('The crisis plan has no compensation budget for this brand, so nothing can be offered.'));
  }
  const limited = left.eachCase !== undefined && left.eachCase !== null;
  const [person, month] = [money(left.person), money(left.month)];
  const { currency } = left;
  return node('p', { class: 'help-block' }, limited
    ? say('The crisis plan leaves {person} {currency} for this person, {eachCase} for this case and {month} for this month.',
      { person, eachCase: money(left.eachCase), month, currency })
    : say('The crisis plan leaves {person} {currency} for this person and {month} for this month.', { person, month, currency }));
}

/** The compensation that a task is about. */
export function compensation({ compensation: known }) {
  if (!known) return node('p', { class: 'alert alert-danger' }, say('This task is about no compensation.'));
  const list = node('dl', { class: 'firebreak-facts' });
  const add = (name, ...values) => list.append(node('dt', {}, name), node('dd', {}, ...values));
  const { handle, place, orderNumber, amount, currency, way, reason, proposedBy, affected, decidedBy, authorNames } = known;
  add(say('For'), sentence('{author} on {place}', { author: foreign('strong', handle), place: foreign('span', place) }));
  add(say('Order or ticket'), orderNumber ? foreign('span', orderNumber) : say('none is known'));
  add(say('What'), sentence(OFFERS[way] ?? '{amount}', { amount: node('strong', {}, `${money(amount)} ${currency}`) }));
  add(say('Why'), foreign('span', reason, { class: 'firebreak-text' }));
  add(say('Proposed by'), foreign('span', proposedBy));
  if (authorNames.length > 1) add(say('Written by'), foreign('span', authorNames.join(', ')));
  if (affected) add(say('Affected'), foreign('span', affected, { class: 'firebreak-text' }));
  if (decidedBy) add(say('Agreed to by'), foreign('span', decidedBy));
  return node('div', {}, list, decidedBy ? null : budget(known.left));
}

/** What somebody who was affected is to be offered in private, and what the crisis plan leaves for it. */

import { foreign, node } from './dom.js';

const WAYS = { DIRECT_MESSAGE: 'by direct message', MAIL: 'by mail', PHONE: 'by phone' };

/** How much may still be agreed to; or that nothing may be offered at all. */
export function budget(left) {
  if (!left) {
    return node('p', { class: 'alert alert-warning' },
      'The crisis plan has no compensation budget for this brand, so nothing can be offered.');
  }
  const parts = [`${left.person} ${left.currency} for this person`];
  if (left.eachCase !== undefined && left.eachCase !== null) parts.push(`${left.eachCase} for this case`);
  parts.push(`${left.month} for this month`);
  return node('p', { class: 'help-block' }, `The crisis plan leaves ${parts.join(', ')}.`);
}

/** The compensation that a task is about. */
export function compensation({ compensation: known }) {
  if (!known) return node('p', { class: 'alert alert-danger' }, 'This task is about no compensation.');
  const list = node('dl', { class: 'firebreak-facts' });
  const add = (name, ...values) => list.append(node('dt', {}, name), node('dd', {}, ...values));
  add('For', foreign('strong', known.handle), ' on ', foreign('span', known.place));
  add('Order or ticket', known.orderNumber ? foreign('span', known.orderNumber) : 'none is known');
  add('What', node('strong', {}, `${known.amount} ${known.currency}`), `, ${WAYS[known.way] ?? known.way}`);
  add('Why', foreign('span', known.reason, { class: 'firebreak-text' }));
  add('Proposed by', foreign('span', known.proposedBy));
  if (known.affected) add('Affected', foreign('span', known.affected, { class: 'firebreak-text' }));
  if (known.decidedBy) add('Agreed to by', foreign('span', known.decidedBy));
  return node('div', {}, list, known.decidedBy ? null : budget(known.left));
}

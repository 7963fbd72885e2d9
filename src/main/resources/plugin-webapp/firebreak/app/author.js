/** What was seen of an author in the kept mentions: signals with what shows them, never a verdict. */

import { foldable, foreign, link, node } from './dom.js';
import { moment } from './time.js';

const SIGNALS = {
  youngAccount: 'Age of the account',
  nearDuplicates: 'Nearly the same text',
  sharedLinkBurst: 'The same link',
  noOtherTopics: 'Other topics',
  synchronousActivity: 'The same moments'
};

/** All signals with their numbers and the posts that show them. */
export function signals({ signals: seen, orders }) {
  const list = node('dl', { class: 'firebreak-facts' });
  const add = (name, ...values) => list.append(node('dt', {}, name), node('dd', {}, ...values));
  orders.forEach(order => add('Order or ticket', foreign('span', order.words)));
  Object.entries(seen).forEach(([signal, { words, posts }]) =>
    add(SIGNALS[signal] ?? signal, words, posts.length > 0 ? evidenceOf(posts) : null));
  return node('div', {}, node('h4', {}, 'What Firebreak saw'),
    node('p', { class: 'help-block' }, 'Proposals from the mentions that are kept. Look yourself, and change what is not so.'), list);
}

function evidenceOf(posts) {
  const list = node('ul', {});
  posts.forEach(post => list.append(node('li', {},
    foreign('strong', post.handle), ' on ', foreign('span', post.place), ', ', moment(post.at), ': ',
    foreign('span', post.text, { class: 'firebreak-text' }), post.url ? node('div', {}, link(post.url)) : null)));
  return foldable(`Show ${posts.length === 1 ? 'the post' : `${posts.length} posts`}`, false, list);
}

/** What a form can be filled in with before somebody looks. */
export function proposals({ handle, place, signals: seen, orders }) {
  const answers = Object.fromEntries(Object.entries(seen).map(([signal, { answer }]) => [signal, answer]));
  if (handle) Object.assign(answers, { handle, place });
  if (orders.length > 0) Object.assign(answers, { orderMatched: 'true', orderNumber: orders[0].number });
  return answers;
}

/** What was seen of an author in the kept mentions: signals with what shows them, never a verdict. */

import { foldable, foreign, link, node } from './dom.js';
import { moment } from './time.js';
import { say, sentence } from './words.js';

const SIGNALS = {
  youngAccount: say('Age of the account'),
  nearDuplicates: say('Nearly the same text'),
  sharedLinkBurst: say('The same link'),
  noOtherTopics: say('Other topics'),
  synchronousActivity: say('The same moments')
};

/** What the script of a form may do with what was seen of the author in the kept mentions (see AuthorBriefing). */
export const authorSignals = {
  /**
   * Shows it in the element with data-place="signals" and gives it to whenSeen. A form can be handed in without it: people
   * may look for themselves.
   */
  showSignals(whenSeen = () => {}) {
    return this.fill('signals', { from: 'author' }, seen => {
      this.show('signals', signals(seen));
      whenSeen(seen);
    });
  },

  /** Fills the form in with what was seen, for a person to change. */
  proposeSignals() {
    return this.showSignals(seen => this.propose(proposals(seen)));
  }
};

/** All signals with their numbers and the posts that show them. */
function signals({ signals: seen, orders }) {
  const list = node('dl', { class: 'firebreak-facts' });
  const add = (name, ...values) => list.append(node('dt', {}, name), node('dd', {}, ...values));
  orders.forEach(order => add(say('Order or ticket'), foreign('span', order.words)));
  Object.entries(seen).forEach(([signal, { words, posts }]) =>
    add(SIGNALS[signal] ?? signal, words, posts.length > 0 ? evidenceOf(posts) : null));
  return node('div', {}, node('h4', {}, say('What Firebreak saw')),
    node('p', { class: 'help-block' }, say('Proposals from the mentions that are kept. Look yourself, and change what is not so.')), list);
}

function evidenceOf(posts) {
  const list = node('ul', {});
  posts.forEach(post => list.append(node('li', {},
    sentence('{author} on {place}, {time}: {words}', {
      author: foreign('strong', post.handle),
      place: foreign('span', post.place),
      time: moment(post.at),
      words: foreign('span', post.text, { class: 'firebreak-text' })
    }), post.url ? node('div', {}, link(post.url)) : null)));
  return foldable(say('Show {count} posts', { count: posts.length }), false, list);
}

/** What a form can be filled in with before somebody looks. */
function proposals({ handle, place, signals: seen, orders }) {
  const answers = Object.fromEntries(Object.entries(seen).map(([signal, { answer }]) => [signal, answer]));
  if (handle) Object.assign(answers, { handle, place });
  if (orders.length > 0) Object.assign(answers, { orderMatched: 'true', orderNumber: orders[0].number });
  return answers;
}

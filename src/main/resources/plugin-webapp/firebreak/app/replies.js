/** A comment, what is known of its author, and what was said between them and us. */

import { foldable, foreign, link, node } from './dom.js';
import { copy } from './publications.js';
import { postsToCopy, replyForm } from './replyform.js';
import { moment } from './time.js';
import { upheld } from './wording.js';
import { say, sentence } from './words.js';

const SAID = {
  THREAD: '{us} in the thread, {time}',
  DIRECT_MESSAGE: '{us} by direct message, {time}',
  MAIL: '{us} by mail, {time}',
  PHONE: '{us} by phone, {time}'
};

const WRITTEN = {
  THREAD: 'Reply {number}, in the thread, written by {people}',
  DIRECT_MESSAGE: 'Reply {number}, by direct message, written by {people}',
  MAIL: 'Reply {number}, by mail, written by {people}',
  PHONE: 'Reply {number}, by phone, written by {people}'
};

const CONCLUSIONS = {
  COORDINATED: '{person} concludes: accounts that act together',
  NOT_COORDINATED: '{person} concludes: accounts that do not act together',
  COMPETITOR: '{person} concludes: a competitor'
};

const STANDINGS = {
  GENUINE: say('genuine: an order or ticket of theirs was found'),
  UNCLEAR: say('unclear, to be treated as genuine'),
  SUSPICION: say('under suspicion of acting with others; that is no verdict'),
  COORDINATED: say('acting together with other accounts, as a person found'),
  COMPETITOR: say('a competitor, as two people found')
};

const SIGNALS = {
  youngAccount: say('Account younger than 30 days'),
  nearDuplicates: say('Nearly the same text in 5 or more accounts'),
  sharedLinkBurst: say('One link spread in a burst'),
  noOtherTopics: say('No other topics'),
  synchronousActivity: say('Active at the same moments as others')
};

const ANSWERS = { YES: say('yes'), NO: say('no'), UNKNOWN: say('not known') };

/** What the script of a form may do with the author and the replies so far. */
export const replyBriefing = {
  /**
   * Gives what is known of both (see ReplyBriefing) to whenKnown. The form can't be handed in before; what keeps it from
   * that stands in the element with data-place="replies".
   */
  withReplies(whenKnown) {
    return this.fill('replies', { needed: true }, whenKnown);
  }
};

/** What is known of the author, and what to do; with all signals unfolded where they are to be judged. */
export function author({ author: known }, unfolded = false) {
  if (!known) return node('p', {}, say('Nobody has looked at the author yet.'));
  const list = node('dl', { class: 'firebreak-facts' });
  const add = (name, ...values) => list.append(node('dt', {}, name), node('dd', {}, ...values));
  add(say('Author'), sentence('{author} on {place}', {
    author: foreign('strong', known.handle), place: foreign('span', known.place)
  }));
  add(say('Who they are'), STANDINGS[known.standing] ?? known.standing);
  if (known.orderNumber) add(say('Order or ticket'), foreign('span', known.orderNumber));
  Object.entries(SIGNALS).forEach(([signal, name]) => add(name, ANSWERS[known.signals[signal]]));
  if (known.notes) add(say('Notes'), foreign('span', known.notes, { class: 'firebreak-text' }));
  return node('div', {}, node('p', { class: 'alert alert-info' }, known.advice),
    foldable(say('What {person} saw', { person: known.checkedBy }), unfolded, list));
}

/** What somebody found out about a suspicion, with its evidence. */
export function evidence({ author: known }) {
  const list = node('ol', {});
  known.evidence.forEach(piece => list.append(node('li', {}, link(piece))));
  return node('div', {},
    node('p', {}, sentence(CONCLUSIONS[known.conclusion] ?? '{person}', { person: foreign('strong', known.concludedBy) })),
    foreign('blockquote', known.reason, { class: 'firebreak-text' }), list);
}

/** The question to the area that is asked. */
export function area({ plan }) {
  return node('p', {}, foreign('strong', plan.area), ': ', foreign('span', plan.question, { class: 'firebreak-text' }));
}

/** The comment, the replies that were sent and how they were taken, in their order. */
export function conversation(briefing, { replies, answers }) {
  const said = node('ol', { class: 'list-unstyled' });
  const add = (who, text, attributes = {}) => said.append(
    node('li', {}, node('p', {}, who), foreign('blockquote', text, { class: 'firebreak-text', ...attributes })));
  add(node('strong', {}, say('The comment')), briefing.description, { lang: briefing.language });
  replies.filter(reply => reply.sentAt).forEach(reply => {
    add(sentence(SAID[reply.way], { us: node('strong', {}, say('We')), time: moment(reply.sentAt) }), reply.text);
    answers.filter(answer => answer.number === reply.number && answer.words).forEach(answer =>
      add(sentence('{them}, {time}', { them: node('strong', {}, say('They')), time: moment(answer.settledAt) }), answer.words));
  });
  return node('div', {}, said);
}

/** What the next reply must keep to; null where it may stand in the thread. */
export function nextWay({ threadClosed }) {
  if (!threadClosed) return null;
  return node('p', { class: 'alert alert-warning' }, node('strong', {}, say('Enough was said in the thread.')), ' ',
    say('Two replies without new facts stand there. Go on by direct message, mail or phone, or tell new facts first.'));
}

/** Below which post the reply goes, and what its network asks for; null where none of the author's posts is kept. */
export function answeredPost({ answered }) {
  if (!answered) return null;
  return node('div', {},
    answered.url ? node('p', {}, sentence('In the thread it goes below {post}.', { post: link(answered.url) })) : null,
    answered.source === 'mastodon'
      ? node('p', { class: 'alert alert-info' }, sentence(
        'Mastodon tells nobody that they were answered unless the text begins with the name of their account: {account}',
        { account: foreign('strong', addressee(answered.handle)) }))
      : null);
}

/** How a reply in the thread begins where its network needs it; empty elsewhere. */
export function beginning({ answered }) {
  return answered?.source === 'mastodon' && answered.handle ? `${addressee(answered.handle)} ` : '';
}

function addressee(handle) {
  return `@${(handle ?? '').replace(/^@/, '')}`;
}

/** The text that a second person reads, as it looks where it goes. */
export function agreement(known, { language }) {
  const shown = known.replies[known.replies.length - 1];
  return node('div', {}, about(shown), ...replyForm(known, language), upheld(shown));
}

/** Why the last text has to be written anew; null where it has not. */
export function sentBack({ replies }) {
  const last = replies[replies.length - 1];
  if (!last || last.sentAt || (!last.withdrawn && last.agreed !== false)) return null;
  return node('div', { class: 'alert alert-warning' },
    last.withdrawn
      ? node('p', {}, say('Reply {number} is not to go out any more:', { number: last.number }))
      : node('p', {}, sentence('{person} sent reply {number} back:', {
        person: foreign('strong', last.decidedBy), number: last.number
      })),
    foreign('blockquote', last.withdrawn ?? last.comments, { class: 'firebreak-text' }));
}

/** The text that is to be sent, word for word. */
export function replyToSend(known, { language }) {
  const shown = known.replies[known.replies.length - 1];
  const posts = shown.withdrawn ? [] : postsToCopy(known, language);
  const button = node('button', { type: 'button', class: 'btn btn-default' }, say('Copy the text'));
  button.addEventListener('click', () => copy(shown.text, button));
  const whole = [text(shown), shown.withdrawn ? null : node('p', {}, button)];
  return node('div', {}, cameBack(shown), ...(posts.length ? [about(shown), ...posts, upheld(shown)] : whole), shown.withdrawn
    ? node('p', { class: 'alert alert-danger' },
      sentence('It is not to go out any more: {reason}', { reason: foreign('span', shown.withdrawn) }))
    : null);
}

/** Why a person sends what a channel was to send; null where none was. */
function cameBack({ channel, returned, uncertain }) {
  if (!returned) return null;
  return node('div', { class: uncertain ? 'alert alert-danger' : 'alert alert-warning' },
    node('p', {},
      node('strong', {}, uncertain ? say('It may stand in the thread already.') : say('It does not stand in the thread.')), ' ',
      uncertain ? say('Look first: if it is there, hand in its link and send nothing.') : null, ' ', foreign('span', channel), ':'),
    foreign('blockquote', returned, { class: 'firebreak-text' }));
}

function text(reply) {
  return node('div', {}, about(reply), foreign('div', reply.text, { class: 'firebreak-text firebreak-form' }), upheld(reply));
}

function about(reply) {
  return node('p', {}, sentence(WRITTEN[reply.way], {
    number: reply.number, people: foreign('strong', reply.authorNames.join(', '))
  }), reply.apology ? node('span', { class: 'text-muted' }, ' ', say('(it apologises)')) : null);
}

/** A comment, what is known of its author, and what was said between them and us. */

import { foldable, foreign, link, node } from './dom.js';
import { copy } from './publications.js';
import { moment } from './time.js';
import { upheld } from './wording.js';

const WAYS = { THREAD: 'in the thread', DIRECT_MESSAGE: 'by direct message', MAIL: 'by mail', PHONE: 'by phone' };

const STANDINGS = {
  GENUINE: 'genuine: an order or ticket of theirs was found',
  UNCLEAR: 'unclear, to be treated as genuine',
  SUSPICION: 'under suspicion of acting with others; that is no verdict',
  COORDINATED: 'acting together with other accounts, as a person found',
  COMPETITOR: 'a competitor, as two people found'
};

const SIGNALS = {
  youngAccount: 'Account younger than 30 days',
  nearDuplicates: 'Nearly the same text in 5 or more accounts',
  sharedLinkBurst: 'One link spread in a burst',
  noOtherTopics: 'No other topics',
  synchronousActivity: 'Active at the same moments as others'
};

const ANSWERS = { YES: 'yes', NO: 'no', UNKNOWN: 'not known' };

/** What is known of the author, and what to do; with all signals unfolded where they are to be judged. */
export function author({ author: known }, unfolded = false) {
  if (!known) return node('p', {}, 'Nobody has looked at the author yet.');
  const list = node('dl', { class: 'firebreak-facts' });
  const add = (name, ...values) => list.append(node('dt', {}, name), node('dd', {}, ...values));
  add('Author', foreign('strong', known.handle), ' on ', foreign('span', known.place));
  add('Who they are', STANDINGS[known.standing] ?? known.standing);
  if (known.orderNumber) add('Order or ticket', foreign('span', known.orderNumber));
  Object.entries(SIGNALS).forEach(([signal, name]) => add(name, ANSWERS[known.signals[signal]]));
  if (known.notes) add('Notes', foreign('span', known.notes, { class: 'firebreak-text' }));
  return node('div', {}, node('p', { class: 'alert alert-info' }, known.advice),
    foldable(`What ${known.checkedBy} saw`, unfolded, list));
}

/** What somebody found out about a suspicion, with its evidence. */
export function evidence({ author: known }) {
  const list = node('ol', {});
  known.evidence.forEach(piece => list.append(node('li', {}, link(piece))));
  return node('div', {},
    node('p', {}, foreign('strong', known.concludedBy), ' concludes: ', known.conclusion.toLowerCase().replace('_', ' ')),
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
  add(node('strong', {}, 'The comment'), briefing.description, { lang: briefing.language });
  replies.filter(reply => reply.sentAt).forEach(reply => {
    add(node('span', {}, node('strong', {}, 'We'), ` ${WAYS[reply.way]}, `, moment(reply.sentAt)), reply.text);
    answers.filter(answer => answer.number === reply.number && answer.words).forEach(answer =>
      add(node('span', {}, node('strong', {}, 'They'), ', ', moment(answer.settledAt)), answer.words));
  });
  return node('div', {}, said);
}

/** What the next reply must keep to; null where it may stand in the thread. */
export function nextWay({ threadClosed }) {
  if (!threadClosed) return null;
  return node('p', { class: 'alert alert-warning' }, node('strong', {}, 'Enough was said in the thread. '),
    'Two replies without new facts stand there. Go on by direct message, mail or phone, or tell new facts first.');
}

/** The text that a second person reads. */
export function agreement({ replies }) {
  return text(replies[replies.length - 1]);
}

/** Why the last text has to be written anew; null where it has not. */
export function sentBack({ replies }) {
  const last = replies[replies.length - 1];
  if (!last || last.sentAt || (!last.withdrawn && last.agreed !== false)) return null;
  return node('div', { class: 'alert alert-warning' },
    last.withdrawn
      ? node('p', {}, `Reply ${last.number} is not to go out any more:`)
      : node('p', {}, foreign('strong', last.decidedBy), ` sent reply ${last.number} back:`),
    foreign('blockquote', last.withdrawn ?? last.comments, { class: 'firebreak-text' }));
}

/** The text that is to be sent, word for word. */
export function replyToSend({ replies }) {
  const shown = replies[replies.length - 1];
  const button = node('button', { type: 'button', class: 'btn btn-default' }, 'Copy the text');
  button.addEventListener('click', () => copy(shown.text, button));
  return node('div', {}, cameBack(shown), text(shown), shown.withdrawn ? null : node('p', {}, button), shown.withdrawn
    ? node('p', { class: 'alert alert-danger' }, 'It is not to go out any more: ', foreign('span', shown.withdrawn))
    : null);
}

/** Why a person sends what a channel was to send; null where none was. */
function cameBack({ channel, returned, uncertain }) {
  if (!returned) return null;
  return node('div', { class: uncertain ? 'alert alert-danger' : 'alert alert-warning' },
    node('p', {}, node('strong', {}, uncertain ? 'It may stand in the thread already. ' : 'It does not stand in the thread. '),
      uncertain ? 'Look first: if it is there, hand in its link and send nothing. ' : null, foreign('span', channel), ':'),
    foreign('blockquote', returned, { class: 'firebreak-text' }));
}

function text(reply) {
  return node('div', {},
    node('p', {}, `Reply ${reply.number}, ${WAYS[reply.way]}, written by `, foreign('strong', reply.authors.join(', ')),
      reply.apology ? '; it apologises' : ''),
    foreign('div', reply.text, { class: 'firebreak-text firebreak-form' }), upheld(reply));
}

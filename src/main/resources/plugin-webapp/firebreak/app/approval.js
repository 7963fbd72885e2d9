/** Who has to agree to a text, who has, and what an approver has to read again. */

import { foreign, node } from './dom.js';
import { moment } from './time.js';
import { oneOf, say, sentence } from './words.js';

/** All agreements that a version needs, step by step, with the votes that are there; null before it is decided. */
export function votes(version) {
  if (!version.seats.length) return null;
  const list = node('ol', { class: 'firebreak-votes' });
  version.seats.forEach(seat => list.append(node('li', {},
    node('strong', {}, oneOf(seat.roles)), ': ',
    ...(seat.vote ? voted(seat.vote) : [seat.asked ? say('is asked now') : say('is asked later')]))));
  return node('div', {}, list, lone(version));
}

/** The approval of one person in place of everybody, and what others made of it; null where there is none. */
export function lone(version) {
  if (!version.alone) return null;
  const { by, at, comments, review } = version.alone;
  return node('div', { class: 'alert alert-danger' },
    node('p', {}, sentence('{person} approved version {number} alone on {moment}:', {
      person: foreign('strong', by), number: String(version.number), moment: moment(at)
    })),
    foreign('blockquote', comments, { class: 'firebreak-text' }),
    review ? reviewed(review) : node('p', {}, say('Nobody has reviewed it yet.')));
}

/** The version that this person voted about last; else the one before the newest. Null when there is none. */
export function readBefore(briefing, person) {
  const earlier = briefing.versions.slice(0, -1);
  const mine = earlier.filter(version => version.voters.includes(person));
  return mine.pop() ?? earlier.pop() ?? null;
}

function voted({ by, at, comments }) {
  return [sentence('{person} agreed on {moment}', { person: foreign('span', by), moment: moment(at) }),
    comments ? foreign('blockquote', comments, { class: 'firebreak-text' }) : null];
}

function reviewed({ justified, words, lesson, by, at }) {
  return node('div', {},
    node('p', {}, sentence(justified ? '{person} found it right on {moment}:' : '{person} found it not right on {moment}:', {
      person: foreign('strong', by), moment: moment(at)
    })),
    foreign('blockquote', words, { class: 'firebreak-text' }),
    lesson ? foreign('p', say('Lesson: {lesson}', { lesson })) : null);
}

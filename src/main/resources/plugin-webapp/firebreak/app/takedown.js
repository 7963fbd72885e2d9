/** A post that is forced off its place: what is proposed, by whom, and what the public is going to read. */

import { foldable, foreign, link, node } from './dom.js';
import { nameOf } from './publications.js';
import { addressOfTask } from './task.js';
import { moment } from './time.js';
import { upheld } from './wording.js';

const REASONS = {
  COURT_ORDER: 'a court ordered it',
  AUTHORITY_ORDER: 'an authority ordered it',
  NETWORK_ORDER: 'the network demands it by its rules',
  PERSONAL_DATA: 'it shows personal data that must not be public',
  COPYRIGHT: 'it shows what belongs to somebody else, who demands it',
  DANGER_TO_PERSON: 'as long as it stands, somebody is in danger'
};

/** Fetches the take-down that is under way in the case. */
export async function loadTakeDown(camForm) {
  const answer = await fetch(`${addressOfTask(camForm)}/take-down`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`The take-down can't be shown (the server answered ${answer.status}).`);
  return answer.json();
}

/** All that is known of it. */
export function takeDownToRead(takeDown, briefing) {
  return node('div', {},
    node('p', {}, foreign('strong', takeDown.askedBy), ' asks for it, ', moment(takeDown.askedAt), ':'),
    foreign('blockquote', takeDown.request, { class: 'firebreak-text' }),
    takeDown.decided ? said(takeDown.decided) : null,
    takeDown.proposal ? proposal(takeDown, briefing) : null);
}

function said({ decision, comments, decidedBy, decidedAt }) {
  return node('div', { class: decision === 'AGREE' ? 'alert alert-success' : 'alert alert-warning' },
    node('p', {}, foreign('strong', decidedBy), decision === 'AGREE' ? ' countersigned it, ' : ' sent it back, ', moment(decidedAt)),
    comments ? foreign('blockquote', comments, { class: 'firebreak-text' }) : null);
}

function proposal({ proposal: proposed, authors }, briefing) {
  const post = briefing.publications.find(({ id }) => id === proposed.publication);
  const list = node('dl', { class: 'firebreak-facts' });
  const add = (name, ...values) => list.append(node('dt', {}, name), node('dd', {}, ...values));
  if (post) add('Post', foreign('strong', nameOf(post)), post.url ? ', ' : null, post.url ? link(post.url) : null);
  add('What forces it', REASONS[proposed.reason] ?? proposed.reason);
  add('Demanded by', foreign('span', proposed.orderedBy, { class: 'firebreak-text' }));
  add('Paper', foreign('span', proposed.paperName ?? 'among the files of the case'));
  add('Written by', foreign('span', authors.join(', ')));
  const words = { lang: proposed.language };
  return node('div', {}, list,
    post?.text ? foldable('The post', false, foreign('div', post.text, { class: 'firebreak-text firebreak-form', lang: post.language })) : null,
    node('h5', {}, 'What the public reads in its place'),
    node('article', { class: 'firebreak-statement' },
      foreign('h3', proposed.title, words), foreign('div', proposed.explanation, { class: 'firebreak-text', ...words })),
    upheld(proposed));
}

/** The posts that can be taken down, as the list of the form offers them. */
export function publicPosts({ publications }) {
  return publications
    .filter(({ kind, audience, state, addressee, takenDownAt }) =>
      kind && audience === 'PUBLIC' && state === 'SENT' && !addressee && !takenDownAt)
    .map(post => ({ id: post.id, name: [nameOf(post), post.url].filter(Boolean).join(' – ') }));
}

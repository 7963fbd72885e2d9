/** A post that is forced off its place: what is proposed, by whom, and what the public is going to read. */

import { foldable, foreign, link, node } from './dom.js';
import { nameOf } from './publications.js';
import { addressOfTask } from './task.js';
import { moment } from './time.js';
import { upheld } from './wording.js';
import { say, sentence } from './words.js';

const REASONS = {
  COURT_ORDER: say('a court ordered it'),
  AUTHORITY_ORDER: say('an authority ordered it'),
  NETWORK_ORDER: say('the network demands it by its rules'),
  PERSONAL_DATA: say('it shows personal data that must not be public'),
  COPYRIGHT: say('it shows what belongs to somebody else, who demands it'),
  DANGER_TO_PERSON: say('as long as it stands, somebody is in danger')
};

/** Fetches the take-down that is under way in the case. */
export async function loadTakeDown(camForm) {
  const answer = await fetch(`${addressOfTask(camForm)}/take-down`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(say("The take-down can't be shown (the server answered {status}).", { status: answer.status }));
  return answer.json();
}

/** All that is known of it. */
export function takeDownToRead(takeDown, briefing) {
  return node('div', {},
    node('p', {}, sentence('{person} asks for it, {time}:', {
      person: foreign('strong', takeDown.askedBy), time: moment(takeDown.askedAt)
    })),
    foreign('blockquote', takeDown.request, { class: 'firebreak-text' }),
    takeDown.decided ? said(takeDown.decided) : null,
    takeDown.proposal ? proposal(takeDown, briefing) : null);
}

function said({ decision, comments, decidedBy, decidedAt }) {
  return node('div', { class: decision === 'AGREE' ? 'alert alert-success' : 'alert alert-warning' },
    node('p', {}, sentence(decision === 'AGREE' ? '{person} countersigned it, {time}' : '{person} sent it back, {time}', {
      person: foreign('strong', decidedBy), time: moment(decidedAt)
    })),
    comments ? foreign('blockquote', comments, { class: 'firebreak-text' }) : null);
}

function proposal({ proposal: proposed, authors, replies }, briefing) {
  const post = postOf(proposed.publication, briefing, replies);
  const list = node('dl', { class: 'firebreak-facts' });
  const add = (name, ...values) => list.append(node('dt', {}, name), node('dd', {}, ...values));
  if (post) add(say('Post'), foreign('strong', post.name), post.url ? ', ' : null, post.url ? link(post.url) : null);
  add(say('What forces it'), REASONS[proposed.reason] ?? proposed.reason);
  add(say('Demanded by'), foreign('span', proposed.orderedBy, { class: 'firebreak-text' }));
  add(say('Paper'), foreign('span', proposed.paperName ?? say('among the files of the case')));
  add(say('Written by'), foreign('span', authors.join(', ')));
  const words = { lang: proposed.language };
  return node('div', {}, list,
    post?.text ? foldable(say('The post'), false, foreign('div', post.text, { class: 'firebreak-text firebreak-form', lang: post.language })) : null,
    node('h5', {}, say('What the public reads in its place')),
    node('article', { class: 'firebreak-statement' },
      foreign('h3', proposed.title, words), foreign('div', proposed.explanation, { class: 'firebreak-text', ...words })),
    upheld(proposed));
}

function postOf(id, briefing, replies) {
  const publication = briefing.publications.find(post => post.id === id);
  if (publication) return { ...publication, name: named(publication) };
  const reply = replies.find(post => post.id === id);
  return reply ? { ...reply, name: say('reply {number}', { number: reply.number }), url: reply.link, language: briefing.language } : null;
}

/** The posts that can be taken down, as the list of the form offers them. */
export function publicPosts({ publications }, { replies }) {
  const sent = publications
    .filter(({ audience, state, addressee, takenDownAt }) =>
      audience === 'PUBLIC' && state === 'SENT' && !addressee && !takenDownAt)
    .map(post => ({ id: post.id, name: withPlace(named(post), post.url) }));
  const byHand = replies.map(reply => ({ id: reply.id, name: withPlace(say('reply {number}', { number: reply.number }), reply.link) }));
  return [...sent, ...byHand];
}

/** A reply is told from the statement on the same channel. */
function named(publication) {
  const name = nameOf(publication);
  return publication.kind ? name : `${name}, ${say('reply {number}', { number: publication.version })}`;
}

function withPlace(name, url) {
  return [name, url].filter(Boolean).join(' – ');
}

/** A post that is forced off its place: what is proposed, by whom, and what the public is going to read. */

import { foldable, foreign, link, node } from './dom.js';
import { nameOf } from './publications.js';
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

/** What the script of a form may do with the take-down that is under way in the case. */
export const takeDowns = {
  /**
   * Shows it in the element with data-place="takeDown" and gives it to whenKnown. The form can't be handed in before.
   */
  showTakeDown(briefing, whenKnown = () => {}) {
    return this.fill('takeDown', {
      from: 'take-down', needed: true,
      lacking: status => say("The take-down can't be shown (the server answered {status}).", { status })
    }, takeDown => {
      this.show('takeDown', takeDownToRead(takeDown, briefing));
      whenKnown(takeDown);
    });
  },

  /**
   * Asks what is to be taken down and why: offers scope.posts and scope.papers, the files that are kept by now, and begins
   * with what was proposed before.
   */
  askForTakeDown(briefing) {
    const { scope } = this;
    const proposing = value => () => (scope.decision === 'PROPOSE' ? scope[value] : null);
    scope.posts = [];
    scope.papers = [];
    ['publication', 'reason', 'paper'].forEach(name => this.handIn(name, 'String', proposing(name), { keeps: name }));
    this.camForm.formElement[0].querySelector('[data-files]').addEventListener('files-known', ({ detail }) => {
      scope.$apply(() => { scope.papers = detail.files.filter(({ takenAway }) => !takenAway); });
    });
    return this.showTakeDown(briefing, takeDown => {
      const { proposal: before } = takeDown;
      scope.posts = publicPosts(briefing, takeDown);
      if (before) this.propose({ decision: 'PROPOSE', ...before });
      else this.propose({ language: briefing.language });
    });
  }
};

/** All that is known of it. */
function takeDownToRead(takeDown, briefing) {
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

function proposal({ proposal: proposed, authorNames, replies }, briefing) {
  const post = postOf(proposed.publication, briefing, replies);
  const list = node('dl', { class: 'firebreak-facts' });
  const add = (name, ...values) => list.append(node('dt', {}, name), node('dd', {}, ...values));
  if (post) add(say('Post'), foreign('strong', post.name), post.url ? ', ' : null, post.url ? link(post.url) : null);
  add(say('What forces it'), REASONS[proposed.reason] ?? proposed.reason);
  add(say('Demanded by'), foreign('span', proposed.orderedBy, { class: 'firebreak-text' }));
  add(say('Paper'), foreign('span', proposed.paperName ?? say('among the files of the case')));
  add(say('Written by'), foreign('span', authorNames.join(', ')));
  const words = { lang: proposed.language };
  return node('div', {}, list,
    post?.text ? foldable(say('The post'), false, foreign('div', post.text, { class: 'firebreak-text firebreak-form', lang: post.language })) : null,
    node('h5', {}, say('What the public reads in its place')),
    node('article', { class: 'firebreak-statement' },
      foreign('h3', proposed.title, words), foreign('div', proposed.explanation, { class: 'firebreak-text', ...words })),
    upheld({ ...proposed, writtenBy: authorNames.join(', ') }));
}

function postOf(id, briefing, replies) {
  const publication = briefing.publications.find(post => post.id === id);
  if (publication) return { ...publication, name: named(publication) };
  const reply = replies.find(post => post.id === id);
  return reply ? { ...reply, name: say('reply {number}', { number: reply.number }), url: reply.link, language: briefing.language } : null;
}

/** The posts that can be taken down, as the list of the form offers them. */
function publicPosts({ publications }, { replies }) {
  const sent = publications
    .filter(({ audience, state, addressee, takenDownAt }) =>
      audience === 'PUBLIC' && state === 'SENT' && !addressee && !takenDownAt)
    .map(post => ({ id: post.id, name: withPlace(named(post), post.url) }));
  const byHand = replies.map(reply => ({ id: reply.id, name: withPlace(say('reply {number}', { number: reply.number }), reply.link) }));
  return [...sent, ...byHand];
}

/** A reply is told from the statement on the same channel. */
function named(publication) {
  const reply = publication.kind ? null : say('reply {number}', { number: publication.version });
  return [nameOf(publication), reply].filter(Boolean).join(', ');
}

function withPlace(name, url) {
  return [name, url].filter(Boolean).join(' – ');
}

/** How a reply looks where it goes: while somebody writes it, as a second person reads it, and as a person sends it. */

import { foreign, node } from './dom.js';
import { partOf } from './forms.js';
import { followTyping } from './live.js';
import { copy } from './publications.js';
import { placeOf } from './task.js';
import { say, sentence } from './words.js';

/** What the script of a form may do with a reply, in the element with data-place="form". */
export const replyForms = {
  /**
   * Follows a reply while somebody writes it: checks it (see offerCheck) and shows how it would look if it went out now.
   *
   * @param language of the reply
   * @param read gives what stands in the fields, by their names
   */
  accompanyReply(language, read) {
    this.offerCheck('REPLY', read);
    followReply(this, language, read);
  }
};

function followReply(form, language, read) {
  const state = node('p', { role: 'status', class: 'firebreak-in-short' });
  const posts = node('div', {});
  form.show('form', state, posts);
  followTyping(form, 'forms', placeOf(form.camForm, 'form'),
    () => ((read().text ?? '').trim() ? { purpose: 'REPLY', ...read() } : null),
    forms => {
      if (!forms) state.textContent = say('As soon as there is a reply, it stands here as it will look where it goes.');
      else state.replaceChildren(whoSends(forms[0], read().way));
      posts.replaceChildren(...(forms ? postsOf(forms[0], language) : []));
    },
    problem => { state.textContent = problem; });
}

/** The form of the reply that waits, and who brings it there. */
export function replyForm({ form, replies }, language) {
  return [node('p', {}, whoSends(form, replies[replies.length - 1].way)), ...postsOf(form, language)];
}

/** The posts into which a reply falls that a person brings into the thread, each to be copied; none where it is one. */
export function postsToCopy({ form }, language) {
  if (!form || form.parts.length < 2) return [];
  return form.parts.map((part, index) => {
    const button = node('button', { type: 'button', class: 'btn btn-default' }, say('Copy post {number}', { number: index + 1 }));
    button.addEventListener('click', () => copy(part.text, button));
    return node('div', {}, partOf(form, part, index, { language }), node('p', {}, button));
  });
}

function whoSends({ byHand, label }, way) {
  const channel = foreign('strong', label);
  if (!byHand) return sentence('{channel} sends it, exactly as it stands here.', { channel });
  if (label) return sentence('It does not fit into one post on {channel}, so a person brings it there.', { channel });
  return document.createTextNode(way === 'THREAD'
    ? say('A person brings it there, exactly as it stands here: no account of ours can answer this post by itself.')
    : say('A person brings it there, exactly as it stands here.'));
}

function postsOf(form, language) {
  return [
    ...form.problems.map(problem => node('p', { class: 'firebreak-late firebreak-problem' }, foreign('span', problem))),
    ...form.parts.map((part, index) => partOf(form, part, index, { language }))
  ];
}

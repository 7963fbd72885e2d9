/** Screenshots and other files that are kept with a case as evidence: those that are there, and a place for further ones. */

import { foldable, foreign, link, node } from './dom.js';
import { addressOfTask } from './task.js';
import { moment } from './time.js';
import { say } from './words.js';

const ACCEPTED = '.png,.jpg,.jpeg,.webp,.pdf,.txt';

const KINDS = {
  'image/png': 'PNG picture', 'image/jpeg': 'JPEG picture', 'image/webp': 'WebP picture',
  'application/pdf': 'PDF', 'text/plain': 'text'
};

/** Fills the element with data-files, where the form has one. A file is kept at once, whatever becomes of the form. */
export function evidenceFiles(camForm) {
  const place = camForm.formElement[0].querySelector('[data-files]');
  return place ? show(camForm, place) : null;
}

async function show(camForm, place, note = null) {
  try {
    const answer = await fetch(`${addressOfTask(camForm)}/files`, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(`The files can't be shown (the server answered ${answer.status}).`);
    const known = await answer.json();
    place.replaceChildren(foldable(`Files kept as evidence (${known.files.length})`, true,
      list(camForm, known), chooser(camForm, place, known), note), ...mediaOf(known));
    place.dispatchEvent(new CustomEvent('files-known', { detail: known }));
  } catch (failure) {
    place.replaceChildren(problem(failure));
  }
}

function problem(failure) {
  return node('p', { class: 'alert alert-warning', role: 'alert' },
    failure instanceof TypeError ? "Firebreak can't be reached; please open the task again." : failure.message);
}

function list(camForm, { files, posts }) {
  if (files.length === 0) return node('p', { class: 'text-muted' }, 'None yet.');
  return node('ul', { class: 'firebreak-places list-unstyled', tabindex: '0', 'aria-label': 'Files kept as evidence' },
    ...files.map(file => node('li', {}, file.takenAway ? gone(file) : there(camForm, file, posts),
      node('div', { class: 'firebreak-when' }, `${KINDS[file.mediaType]}, ${size(file.size)}, `, moment(file.keptAt), ', ',
        foreign('span', file.keptBy)))));
}

function gone({ takenAway }) {
  return node('div', {}, 'Taken away because the law demands it: ', foreign('span', takenAway));
}

function there(camForm, file, posts) {
  const post = posts.find(({ id }) => id === file.about);
  return node('div', {},
    node('a', { href: `${addressOfTask(camForm)}/files/${file.id}`, target: '_blank', rel: 'noopener noreferrer', dir: 'auto' },
      file.name),
    foreign('div', file.shows, { class: 'firebreak-text' }),
    file.about ? node('div', {}, 'It shows ', post ? nameOf(post) : 'a post of the case') : null);
}

function nameOf({ author, words }) {
  return foreign('span', author ? `${author}: ${words}` : words);
}

/** The pictures, films and sounds of the case's posts: where they stand, for nothing of them is kept here. */
function mediaOf({ posts }) {
  const shown = posts.filter(({ media }) => media.length > 0);
  if (shown.length === 0) return [];
  const list = node('ul', { class: 'list-unstyled' });
  shown.forEach(post => list.append(node('li', {}, nameOf(post), node('ul', {}, ...post.media.map(({ url, description }) =>
    node('li', {}, link(url), description ? foreign('div', description, { class: 'firebreak-text firebreak-when' }) : null))))));
  return [foldable(say('Pictures and films in {count} posts', { count: shown.length }), false,
    node('p', { class: 'help-block' },
      say('They stand where their authors put them. Hand in a screenshot of what has to be proved: it may be gone tomorrow.')),
    list)];
}

function size(bytes) {
  return bytes < 100000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1000000).toFixed(1)} MB`;
}

/** Its fields are none of the form's: they are handed in by their own button, and Tasklist keeps no draft of them. */
function chooser(camForm, place, { posts, maximumBytes }) {
  const file = node('input', { type: 'file', id: 'evidence-file', accept: ACCEPTED, 'aria-describedby': 'evidence-file-hint' });
  const shows = node('input', { type: 'text', id: 'evidence-shows', class: 'form-control', maxlength: '1000', dir: 'auto' });
  const about = node('select', { id: 'evidence-about', class: 'form-control' },
    node('option', { value: '' }, 'No single post'),
    ...posts.map(post => node('option', { value: post.id, dir: 'auto' }, post.author ? `${post.author}: ${post.words}` : post.words)));
  const button = node('button', { type: 'button', class: 'btn btn-default' }, 'Keep this file');
  const answer = node('div', { role: 'status' });
  button.addEventListener('click', async () => {
    const missing = problemOf(file.files[0], shows.value, maximumBytes);
    if (missing) {
      answer.replaceChildren(node('p', { class: 'alert alert-warning' }, missing));
      return;
    }
    button.disabled = true;
    answer.replaceChildren(node('p', { class: 'text-muted' }, 'It is handed in …'));
    try {
      const kept = await handIn(camForm, file.files[0], shows.value, about.value);
      await show(camForm, place, node('p', { class: 'alert alert-success', role: 'status' },
        kept.isNew ? 'The file is kept.' : 'The same file was kept before.'));
    } catch (failure) {
      answer.replaceChildren(problem(failure));
      button.disabled = false;
    }
  });
  return node('div', { class: 'firebreak-upload' },
    group('evidence-file', 'A further file', file, node('p', { class: 'help-block', id: 'evidence-file-hint' },
      `A screenshot (PNG, JPEG, WebP), a PDF or a plain text, at most ${size(maximumBytes)}. It is kept at once and never
       removed; the law alone takes it away.`)),
    group('evidence-shows', 'What does it show?', shows),
    posts.length > 0 ? group('evidence-about', 'Which post does it show?', about) : null,
    button, answer);
}

function group(id, text, ...fields) {
  return node('div', { class: 'form-group' }, node('label', { for: id }, text), ...fields);
}

function problemOf(file, shows, maximumBytes) {
  if (!file) return 'Please choose a file first.';
  if (file.size > maximumBytes) return `The file is larger than ${size(maximumBytes)}; please make it smaller.`;
  return shows.trim() ? null : 'Please say what the file shows.';
}

async function handIn(camForm, file, shows, about) {
  const query = new URLSearchParams({ name: file.name, shows, about });
  const answer = await fetch(`${addressOfTask(camForm)}/files?${query}`, {
    method: 'POST', body: file, headers: { 'Content-Type': 'application/octet-stream', 'X-XSRF-TOKEN': forgeryToken() }
  });
  if (answer.ok) return answer.json();
  const { message, detail } = await answer.json().catch(() => ({}));
  throw new Error(message ?? detail ?? `The file can't be kept (the server answered ${answer.status}).`);
}

/** What Tasklist gives each session against requests that other pages forge. */
function forgeryToken() {
  return document.cookie.split('; ').find(cookie => cookie.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length) ?? '';
}

/** Screenshots and other files that are kept with a case as evidence: those that are there, and a place for further ones. */

import { foldable, foreign, link, node, quiet, refill } from './dom.js';
import { failedToLoad } from './refusal.js';
import { moment } from './time.js';
import { say, sentence, viewersLocale } from './words.js';

const ACCEPTED = '.png,.jpg,.jpeg,.webp,.pdf,.txt';

const KINDS = {
  'image/png': say('PNG picture'), 'image/jpeg': say('JPEG picture'), 'image/webp': say('WebP picture'),
  'application/pdf': 'PDF', 'text/plain': say('text')
};

const megabytes = new Intl.NumberFormat(viewersLocale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Fills the element with data-files, where the form has one. A file is kept at once, whatever becomes of the form. */
export function evidenceFiles(form) {
  const place = form.camForm.formElement[0].querySelector('[data-files]');
  return place ? show(form, place) : null;
}

async function show(form, place, note = null) {
  try {
    const known = await form.ask('files', {
      lacking: status => say("The files can't be shown (the server answered {status}).", { status })
    });
    refill(place, foldable(say('Files kept as evidence ({number})', { number: known.files.length }), true,
      fileList(form.address, known), chooser(form, place, known), note), ...mediaOf(known));
    place.dispatchEvent(new CustomEvent('files-known', { detail: known }));
  } catch (failure) {
    refill(place, failedToLoad(failure, () => show(form, place, note)));
  }
}

/**
 * Files with what they show, and a link to each that the law did not take away.
 *
 * @param address where the server tells about the task
 */
export function fileList(address, { files, posts = [] }) {
  if (files.length === 0) return quiet(say('None yet.'));
  return node('ul', { class: 'firebreak-places list-unstyled', tabindex: '0', 'aria-label': say('Files kept as evidence') },
    ...files.map(file => node('li', {}, file.takenAway ? gone(file) : there(address, file, posts),
      node('div', { class: 'firebreak-when' }, sentence('{kind}, {size}, kept by {person}, {moment}', {
        kind: KINDS[file.mediaType] ?? file.mediaType, size: size(file.size), person: foreign('span', file.keptBy),
        moment: moment(file.keptAt)
      })))));
}

function gone({ takenAway }) {
  return node('div', {}, sentence('Taken away because the law demands it: {reason}', { reason: foreign('span', takenAway) }));
}

function there(address, file, posts) {
  const post = posts.find(({ id }) => id === file.about);
  return node('div', {},
    node('a', { href: `${address}/files/${file.id}`, target: '_blank', rel: 'noopener noreferrer', dir: 'auto' },
      file.name),
    foreign('div', file.shows, { class: 'firebreak-text' }),
    file.about
      ? node('div', {}, post ? sentence('It shows {post}', { post: nameOf(post) }) : say('It shows a post of the case.')) : null);
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
  return bytes < 100000 ? `${Math.ceil(bytes / 1000)} kB` : `${megabytes.format(bytes / 1000000)} MB`;
}

/** Its fields are none of the form's: they are handed in by their own button, and Tasklist keeps no draft of them. */
function chooser(form, place, { posts, maximumBytes }) {
  const file = node('input', { type: 'file', id: 'evidence-file', accept: ACCEPTED, 'aria-describedby': 'evidence-file-hint' });
  const shows = node('input', { type: 'text', id: 'evidence-shows', class: 'form-control', maxlength: '1000', dir: 'auto' });
  const about = node('select', { id: 'evidence-about', class: 'form-control' },
    node('option', { value: '' }, say('No single post')),
    ...posts.map(post => node('option', { value: post.id, dir: 'auto' }, post.author ? `${post.author}: ${post.words}` : post.words)));
  const button = node('button', { type: 'button', class: 'btn btn-default' }, say('Keep this file'));
  const answer = node('div', { role: 'status' });
  let isHandedIn = false;
  button.addEventListener('click', async () => {
    if (isHandedIn) return;
    const missing = problemOf(file.files[0], shows.value, maximumBytes);
    if (missing) {
      answer.replaceChildren(node('p', { class: 'alert alert-warning' }, missing));
      return;
    }
    // not by disabling it, which takes the keyboard away from whoever pressed it
    isHandedIn = true;
    answer.replaceChildren(quiet(say('It is handed in …')));
    try {
      const kept = await handIn(form, file.files[0], shows.value, about.value);
      await show(form, place, node('p', { class: 'alert alert-success', role: 'status' },
        kept.isNew ? say('The file is kept.') : say('The same file was kept before.')));
    } catch (failure) {
      answer.replaceChildren(node('p', { class: 'alert alert-warning', role: 'alert' }, failure.message));
      isHandedIn = false;
    }
  });
  return node('div', { class: 'firebreak-upload' },
    group('evidence-file', say('A further file'), file, node('p', { class: 'help-block', id: 'evidence-file-hint' },
      say('A screenshot (PNG, JPEG, WebP), a PDF or a plain text, at most {size}.', { size: size(maximumBytes) }), ' ',
      say('It is kept at once and never removed; the law alone takes it away.'))),
    group('evidence-shows', say('What does it show?'), shows),
    posts.length > 0 ? group('evidence-about', say('Which post does it show?'), about) : null,
    button, answer);
}

function group(id, text, ...fields) {
  return node('div', { class: 'form-group' }, node('label', { for: id }, text), ...fields);
}

function problemOf(file, shows, maximumBytes) {
  if (!file) return say('Please choose a file first.');
  if (file.size > maximumBytes) return say('The file is larger than {size}; please make it smaller.', { size: size(maximumBytes) });
  return shows.trim() ? null : say('Please say what the file shows.');
}

function handIn(form, file, shows, about) {
  return form.send(`files?${new URLSearchParams({ name: file.name, shows, about })}`, file, {
    lacking: status => say("The file can't be kept (the server answered {status}).", { status })
  });
}

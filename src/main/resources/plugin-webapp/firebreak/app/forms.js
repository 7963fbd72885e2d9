/** How a text looks on each channel: while somebody writes it, and as it waits for approval. */

import { foreign, link, node, quiet } from './dom.js';
import { followTyping } from './live.js';
import { image } from './pictures.js';
import { placeOf } from './task.js';
import { say, sentence } from './words.js';

const AUDIENCES = {
  STAFF: say('For our own people.'),
  PUBLIC: say('For the public.'),
  ALLIES: say('For those who carry it further; links to where it is public follow below it.')
};

/** What the script of a form may do with the text on each channel, in the element with data-place="forms". */
export const channelForms = {
  /**
   * Follows a text while somebody writes it: checks it (see offerCheck) and shows how it would look if it were handed in
   * now.
   *
   * @param purpose what the text is for: STATEMENT, HOLDING or TRANSLATION
   * @param read gives what stands in the fields, by their names
   */
  accompany(purpose, read) {
    this.offerCheck(purpose, read);
    followForms(this, purpose, read);
  },

  /** Shows the forms that were kept with a version that waits for approval, with its pictures. Nobody approves unseen. */
  showForms(version) {
    return this.fill('forms', { needed: true, meanwhile: quiet(say('Loading the form on each channel …')) }, forms => {
      const list = node('div', { class: 'firebreak-channels' });
      draw(list, forms, version, picture => image(this.camForm, picture));
      this.show('forms', list);
    });
  }
};

function followForms(form, purpose, read) {
  const state = node('p', { role: 'status', class: 'firebreak-in-short' });
  const list = node('div', { class: 'firebreak-channels' });
  form.show('forms', state, list);
  followTyping(form, 'forms', placeOf(form.camForm, 'forms'), () => questionOf(purpose, read(), form.scope.pictures ?? []),
    forms => {
      state.textContent = forms ? summary(forms) : say('As soon as there is a text, it stands here as it will look on each channel.');
      draw(list, forms ?? [], { ...read(), pictures: form.scope.pictures });
    },
    problem => { state.textContent = problem; });
}

function questionOf(purpose, typed, pictures) {
  const words = ['body', 'knownFacts', 'beingChecked'].map(name => typed[name] ?? '').join('');
  if (!words.trim()) return null;
  return { purpose, ...typed, pictures: pictures.map(({ name, altText, type, size }) => ({ name, altText: altText ?? '', type, size })) };
}

function summary(forms) {
  const impossible = forms.filter(({ problems }) => problems.length);
  return impossible.length
    ? say('The text does not fit on every channel: {channels}.', { channels: impossible.map(({ label }) => label).join(', ') })
    : say('The text fits on every channel ({channels}).', { channels: forms.length });
}

/** A channel that somebody has unfolded or folded stays so. */
function draw(list, forms, text, pictureOf) {
  const before = new Map([...list.children].map(card => [card.dataset.channel, card.open]));
  const focused = list.contains(document.activeElement) ? document.activeElement.closest('details')?.dataset.channel : null;
  list.replaceChildren(...forms.map(form => card(form, text, before.get(form.channel), pictureOf)));
  if (focused) [...list.children].find(({ dataset }) => dataset.channel === focused)?.querySelector('summary').focus();
}

function card(form, text, wasOpen, pictureOf) {
  const isPlain = !form.problems.length && form.parts.length === 1 && isTheText(form.parts[0], text);
  const made = node('details', { class: 'firebreak-channel', 'data-channel': form.channel },
    node('summary', {}, foreign('strong', form.label), ' ', node('span', {}, inShort(form, isPlain))),
    node('p', { class: 'firebreak-when' }, where(form)),
    ...form.problems.map(problem => node('p', { class: 'firebreak-late firebreak-problem' },
      sentence('This does not go out: {problem}', { problem: foreign('span', problem) }))),
    ...form.parts.map((part, index) => partOf(form, part, index, text, pictureOf)),
    ...missingPictures(form, text));
  made.open = wasOpen ?? !isPlain;
  return made;
}

function inShort(form, isPlain) {
  if (form.problems.length) return say('does not fit');
  if (form.parts.length > 1) return say('{count} posts that follow each other', { count: form.parts.length });
  const counted = form.parts[0].count?.most ? countOf(form.parts[0]) : null;
  if (counted) return counted;
  return isPlain ? say('the text as it stands above') : say('in this form');
}

function where({ audience, byHand }) {
  return [AUDIENCES[audience] ?? say('No longer set up.'), byHand ? say('A person brings it there.') : null].filter(Boolean).join(' ');
}

/** One part of a form, with how full it is. */
export function partOf(form, part, index, text, pictureOf) {
  return node('div', { class: 'firebreak-form-part' },
    node('div', { class: 'firebreak-when' },
      form.parts.length > 1
        ? say('Post {number} of {posts}: {length}', { number: index + 1, posts: form.parts.length, length: countOf(part) })
        : countOf(part)),
    node('div', { class: 'firebreak-text firebreak-form', dir: 'auto', lang: text.language }, ...withLinks(part)),
    ...picturesOf(part, text, pictureOf));
}

/** As the channel counts; see Count. */
function countOf({ count, links }) {
  if (!count) return null;
  const { used, most, unit, perLink } = count;
  if (!most) return say('{count} characters', { count: used });
  const values = { used, most, perLink };
  if (unit === 'GRAPHEMES') return say('{used} of {most} graphemes', values);
  if (unit === 'BYTES') return say('{used} of {most} bytes', values);
  return perLink && links.length
    ? say('{used} of {most} characters, each link counts {perLink}', values)
    : say('{used} of {most} characters', values);
}

function withLinks({ text, links }) {
  const made = [];
  const end = links.reduce((last, { from, to }) => {
    made.push(text.slice(last, from), link(text.slice(from, to)));
    return to;
  }, 0);
  return [...made, text.slice(end)];
}

function picturesOf(part, text, pictureOf) {
  return part.pictures.map(index => (text.pictures ?? [])[index]).filter(Boolean).map(picture => node('figure', { class: 'firebreak-picture' },
    pictureOf ? pictureOf(picture) : foreign('strong', picture.name),
    foreign('figcaption', say('Described as: {description}', { description: picture.altText || say('not yet') }), { lang: text.language })));
}

function missingPictures({ parts, byHand }, { pictures }) {
  if (!pictures?.length || !parts.length || parts.some(part => part.pictures.length)) return [];
  return [node('p', { class: 'firebreak-when' }, byHand
    ? say('The pictures are not part of this form; whoever brings it there takes them along if they fit.')
    : say('No picture is shown here.'))];
}

function isTheText(part, { title, body, correctionNote }) {
  return !correctionNote && plain(part.text) === plain(`${title ?? ''} ${body ?? ''}`);
}

function plain(text) {
  return text.replace(/\s+/g, ' ').trim();
}

/** What may be reported already: the open cases with the same link or a title like the one that is being typed. */

import { foreign, node } from './dom.js';
import { say } from './words.js';

const PAUSE = 500;
const SHORTEST = 6;

/** What the script of a form may do about it. */
export const likeCases = {
  /**
   * Keeps the element with data-place="likeCases" at what the two fields say. It only shows: somebody who is sure reports
   * on.
   *
   * @param title id of the field with the title
   * @param link id of the field with the link
   */
  showLikeCases(title, link) {
    followFields(this, title, link);
  }
};

function followFields(form, title, link) {
  const fields = [title, link].map(id => form.camForm.formElement[0].querySelector(`#${id}`));
  let timer;
  let asked = 0;
  const look = async () => {
    const [typed, address] = fields.map(field => field.value.trim());
    const turn = ++asked;
    const found = typed.length < SHORTEST && !address ? [] : await alike(form, typed, address);
    // an answer that comes late is about something else
    if (turn === asked) form.show('likeCases', found.length > 0 ? list(found) : null);
  };
  fields.forEach(field => field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  }));
  form.scope.$on('$destroy', () => clearTimeout(timer));
}

/** Nobody is kept from reporting because this does not work. */
async function alike(form, title, link) {
  try {
    return await form.ask(`like-cases?${new URLSearchParams({ title, link })}`);
  } catch {
    return [];
  }
}

function list(found) {
  return node('div', { class: 'alert alert-info', role: 'status' },
    node('p', {}, node('strong', {}, say('Is it one of these? They are open already:'))),
    node('ul', {}, ...found.map(one => node('li', {},
      node('strong', {}, one.reference), one.severity ? ` (${one.severity})` : '', ' ', foreign('span', one.title), ' ',
      one.sameLink ? node('span', { class: 'label label-warning' }, say('the same link')) : null))),
    node('p', {}, say('Then tell those who work on it, instead of reporting it again.')));
}

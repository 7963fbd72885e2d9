/** What a person is told about their draft: quietly where it is kept, and to be heard where they have to choose. */

import { foreign, goOnAt, node } from './dom.js';
import { localTime, moment } from './time.js';
import { say, sentence } from './words.js';

/** Under this name a browser keeps in which field somebody was. */
const FIELD = 'firebreak-field';

export class DraftNotes {
  constructor(person) {
    this.person = person;
    this.line = node('p', { class: 'help-block firebreak-draft', hidden: '' });
    this.trouble = node('p', { class: 'help-block firebreak-draft-trouble', role: 'status' });
    this.choice = node('div', { class: 'firebreak-draft-choice', role: 'alert' });
    this.begun = node('div', { class: 'firebreak-draft-begun' });
  }

  /** Puts them where the person looks: choices above the form's questions, the rest by the button. */
  addTo(form) {
    this.form = form;
    form.addEventListener('input', ({ target }) => { this.field = target; });
    form.prepend(this.choice, this.begun);
    form.append(this.line, this.trouble);
  }

  saved(at) {
    this.trouble.replaceChildren();
    this.line.hidden = false;
    this.line.textContent = say('Saved {time}', { time: localTime(at) });
  }

  /** @param kept whether this browser keeps it meanwhile */
  notSaved(words, kept) {
    this.line.hidden = true;
    // what is said again is not read out again
    const all = `${words} ${kept ? say('What you typed is kept in this browser.') : say('Please leave this page open until it is.')}`;
    if (this.trouble.textContent !== all) this.trouble.textContent = all;
  }

  /** Somebody else's words stand in the form. */
  begunBy(draft, goOnWithOwn) {
    const other = button(draft.own ? say('Go on from what I typed myself') : say('Begin afresh'), goOnWithOwn);
    this.begun.replaceChildren(node('div', { class: 'alert alert-info' },
      node('p', {}, sentence('{person} typed this, last at {moment}. It stands in the form for you to go on.', {
        person: foreign('strong', draft.personName), moment: moment(draft.savedAt)
      })),
      node('p', {}, other)));
  }

  /** Two drafts are there, and a person says which of them goes on. */
  choose({ person, personName, savedAt }, take, keep) {
    const who = person && person !== this.person
      ? sentence('{person} changed this meanwhile, at {moment}.', { person: foreign('strong', personName), moment: moment(savedAt) })
      : sentence('You changed this in another tab or on another machine, at {moment}.', { moment: moment(savedAt) });
    this.choice.replaceChildren(node('div', { class: 'alert alert-warning' },
      node('p', {}, who),
      node('p', {}, say('What stands in this form is not saved until you choose; nothing is thrown away before.')),
      node('p', { class: 'firebreak-buttons' },
        button(person && person !== this.person ? say('Take theirs') : say('Take the other one'), take),
        button(say('Keep mine'), keep))));
  }

  chosen() {
    const isWithin = this.choice.contains(document.activeElement);
    this.choice.replaceChildren();
    if (isWithin) goOnAt(this.field?.isConnected ? this.field : this.form);
  }

  /** The page is loaded anew: the person goes on at the same field then. */
  leave() {
    try {
      sessionStorage.setItem(FIELD, this.field?.id ?? '');
    } catch {
      // then they begin at the top
    }
  }

  comeBack() {
    const id = fieldBefore();
    if (id === null) return;
    const place = (id && this.form.querySelector(`#${CSS.escape(id)}`)) || this.form;
    whenShown(place, () => goOnAt(place));
  }
}

/** Once; null where nobody left. */
function fieldBefore() {
  try {
    const id = sessionStorage.getItem(FIELD);
    sessionStorage.removeItem(FIELD);
    return id;
  } catch {
    return null;
  }
}

/** Tasklist shows a form only once all of it is there, and what is not shown takes no focus. */
function whenShown(element, act) {
  const size = new ResizeObserver(() => {
    if (element.offsetParent === null) return;
    size.disconnect();
    act();
  });
  size.observe(element);
}

function button(words, act) {
  const made = node('button', { type: 'button', class: 'btn btn-default' }, words);
  made.addEventListener('click', act);
  return made;
}

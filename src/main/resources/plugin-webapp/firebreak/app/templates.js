/** Templates of statements: chosen by language and posture, put into the fields, and filled in by a person. */

import { foreign, node } from './dom.js';
import { POSTURES } from './response.js';
import { say } from './words.js';

/** What the script of a form may do with templates. */
export const textTemplates = {
  /**
   * Offers them in the element with data-place="templates".
   *
   * @param fields which part of a template goes into which field, see templateChooser
   */
  offerTemplates(fields) {
    const lacking = status => say("The templates can't be shown (the server answered {status}).", { status });
    return this.fill('templates', { lacking }, templates => {
      if (templates.length) this.show('templates', templateChooser(templates, this.scope, fields));
    });
  }
};

/**
 * A list of the templates in the language of the text, and what belongs into the blanks of the one that is chosen. It
 * goes into fields in which nobody has typed; over what somebody typed only when they say so.
 *
 * @param templates those that fit the case, those of its posture first
 * @param scope of the form, with the language and the fields
 * @param fields which part of a template goes into which field; a template without one of the parts is not offered
 */
function templateChooser(templates, scope, fields) {
  const parts = Object.entries(fields);
  const usable = templates.filter(template => parts.every(([part]) => template[part]));
  const list = node('select', { class: 'form-control', id: 'statement-template' });
  const hints = node('div', { hidden: '' });
  const use = node('button', { type: 'button', class: 'btn btn-default' });
  const element = node('div', { class: 'form-group' },
    node('label', { for: 'statement-template' }, say('A template to begin with, if it helps')), list,
    node('p', { class: 'help-block' }, say('Fill in every blank, the words in square brackets. A text with a blank left is not taken.')),
    hints, node('p', {}, use));
  let offered = [];
  let before = {};
  const chosen = () => offered[Number(list.value)];
  const isTyped = () => parts.some(([, field]) => scope[field] && scope[field] !== before[field]);
  const show = () => {
    const template = list.value === '' ? null : chosen();
    use.hidden = hints.hidden = !template;
    if (!template) return;
    use.textContent = isTyped() ? say('Put it in place of what is typed') : say('Begin with it');
    hints.replaceChildren(node('dl', { class: 'firebreak-facts' }, ...Object.entries(template.hints).flatMap(([blank, hint]) =>
      [foreign('dt', `[${blank}]`, { lang: template.language }), foreign('dd', hint)])));
  };
  list.addEventListener('change', show);
  use.addEventListener('focus', show);
  use.addEventListener('mouseenter', show);
  use.addEventListener('click', () => {
    // what the button says is what it does, also when somebody typed since
    const says = use.textContent;
    show();
    if (use.textContent !== says) return;
    before = Object.fromEntries(parts.map(([part, field]) => [field, chosen()[part]]));
    scope.$apply(() => Object.assign(scope, before));
    show();
  });
  scope.$watch('language', language => {
    offered = usable.filter(template => sameLanguage(template.language, language));
    list.replaceChildren(node('option', { value: '' }, offered.length ? say('No template') : say('There is none for this case in this language')),
      ...offered.map((template, index) => node('option', { value: String(index) },
        say(template.advised ? '{title} – {posture}, as the case’s posture' : '{title} – {posture}', {
          title: template.title, posture: POSTURES[template.posture]
        }))));
    list.disabled = offered.length === 0;
    show();
  });
  return element;
}

/** A text in pt-BR can begin with a template in pt. */
function sameLanguage(one, other) {
  return Boolean(other) && (one === other || one === other.split('-')[0]);
}

/**
 * Makes nodes. Text becomes text nodes and nothing else, whatever it looks like: what people write about the brand is
 * never HTML, and AngularJS does not compile what is put into the page after a form is compiled.
 */

/** A node; children are nodes or texts, and what is null or undefined is left out. */
export function node(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => {
    if (value !== null && value !== undefined) made.setAttribute(key, value);
  });
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

/** A node with words from outside: its direction follows the words, its language is said where it is known. */
export function foreign(name, text, attributes = {}) {
  return node(name, { dir: 'auto', ...attributes }, text ?? '');
}

/** A link out of Firebreak; an address that is not of the web stays text. */
export function link(address) {
  if (!/^https?:\/\//i.test(address)) return foreign('span', address);
  return node('a', { href: address, target: '_blank', rel: 'noopener noreferrer', class: 'firebreak-address' }, address);
}

/** Something that can be opened and closed. */
export function foldable(summary, open, ...children) {
  return node('details', { class: 'firebreak-foldable', open: open ? '' : null },
    node('summary', {}, summary), ...children);
}

/** The same for much that few look at: it is made when somebody opens it. */
export function foldableLater(summary, make) {
  const folded = foldable(summary, false);
  folded.addEventListener('toggle', () => folded.append(make()), { once: true });
  return folded;
}

/** Words in the background: that something is awaited, or that there is nothing. */
export function quiet(words) {
  return node('p', { class: 'text-muted' }, words);
}

const CONTROLS = ':is(a[href], button, summary, input, select, textarea, [tabindex="0"])';

/**
 * Puts other nodes in the place of what an element holds. Whoever was within by keyboard goes on at the control that took
 * the place of theirs; where there is none, at the element itself.
 */
export function refill(element, ...nodes) {
  const focused = document.activeElement;
  const isWithin = focused !== element && element.contains(focused);
  const index = controlsOf(element).indexOf(focused);
  element.replaceChildren(...nodes);
  if (!isWithin) return;
  const controls = controlsOf(element);
  goOnAt(controls.find(control => wordsOf(control) === wordsOf(focused)) ?? controls[Math.min(index, controls.length - 1)] ?? element);
}

/** Empties an element and hides it. Whoever was within by keyboard goes on at the control that follows in the form. */
export function hide(element) {
  const isWithin = element.contains(document.activeElement);
  element.replaceChildren();
  element.hidden = true;
  if (!isWithin) return;
  const form = element.closest('form');
  goOnAt(controlsOf(form).find(control => isSeen(control) && follows(control, element)) ?? form);
}

function isSeen(control) {
  return !control.disabled && control.offsetParent !== null;
}

function follows(control, element) {
  return Boolean(element.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** Whoever works by keyboard goes on here. What takes no keys is reached by nobody who does not come this way. */
export function goOnAt(element) {
  if (!element.matches(CONTROLS)) element.setAttribute('tabindex', '-1');
  element.focus();
}

function controlsOf(element) {
  return [...element.querySelectorAll(CONTROLS)];
}

function wordsOf(control) {
  return control.id || control.getAttribute('aria-label') || control.textContent;
}

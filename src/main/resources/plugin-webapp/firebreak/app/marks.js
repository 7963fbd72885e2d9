/** Passages of a field that are marked while somebody types in it, and shown when somebody asks for one. */

import { node } from './dom.js';

/** What makes lines break where they break in the field. */
const LOOKS = ['font', 'letterSpacing', 'lineHeight', 'padding', 'textAlign', 'textIndent', 'tabSize'];

/** The field of a form whose value is handed in under this name; null where there is none. */
export function fieldOf(camForm, name) {
  return camForm.formElement[0].querySelector(`[cam-variable-name="${name}"]`);
}

/**
 * Lays the same words under a field of several lines, in which passages can be marked. They move with what is typed until
 * they are given anew.
 *
 * @returns {function(Array)} shows other marks in place of those before: { from, to, found, kind }
 */
export function markable(field) {
  const under = node('div', { class: 'firebreak-marks', 'aria-hidden': 'true', dir: 'auto' });
  const both = node('div', { class: 'firebreak-marked' });
  field.before(both);
  both.append(under, field);
  let marks = [];
  const draw = () => {
    const style = getComputedStyle(field);
    LOOKS.forEach(look => { under.style[look] = style[look]; });
    under.style.width = `${field.clientWidth + 2 * field.clientLeft}px`;
    under.replaceChildren(...pieces(field.value, marks));
    under.scrollTop = field.scrollTop;
  };
  field.addEventListener('input', draw);
  field.addEventListener('scroll', () => { under.scrollTop = field.scrollTop; });
  const watcher = new ResizeObserver(() => (field.isConnected ? draw() : watcher.disconnect()));
  watcher.observe(field);
  return given => {
    marks = given;
    draw();
  };
}

/** Puts the cursor on a passage, for whoever looks and for whoever listens. */
export function select(field, place, found) {
  const [from, to] = whereNow(field.value, place, found) ?? [place.from, place.to];
  field.focus();
  field.setSelectionRange(from, to);
  const mark = [...field.parentNode.querySelectorAll('mark')].find(({ dataset }) => Number(dataset.from) <= from && from < Number(dataset.to));
  if (mark) field.scrollTop = mark.offsetTop - field.clientHeight / 2;
  field.scrollIntoView({ block: 'nearest' });
}

/** Where passages overlap, the graver one is seen. */
function pieces(text, marks) {
  const now = marks.map(mark => ({ kind: mark.kind, now: whereNow(text, mark, mark.found) })).filter(mark => mark.now);
  const borders = [...new Set([0, text.length, ...now.flatMap(mark => mark.now)])].sort((one, other) => one - other);
  const stretches = borders.slice(1).map((to, index) => ({ from: borders[index], to, kind: kindOf(now, borders[index]) }));
  // a line break at the end takes up a line only if something follows it
  return [...joined(stretches).map(({ from, to, kind }) => (kind
    ? node('mark', { class: `firebreak-mark-${kind}`, 'data-from': String(from), 'data-to': String(to) }, text.slice(from, to))
    : text.slice(from, to))), ' '];
}

function kindOf(marks, at) {
  const here = marks.filter(({ now: [from, to] }) => from <= at && at < to).map(({ kind }) => kind);
  return here.includes('ERROR') ? 'ERROR' : here[0] ?? null;
}

function joined(stretches) {
  return stretches.reduce((all, stretch) => {
    const last = all[all.length - 1];
    if (last && last.kind === stretch.kind) last.to = stretch.to;
    else all.push({ ...stretch });
    return all;
  }, []);
}

/** Where the words are that stood at a place when somebody looked last; null where they are gone. */
function whereNow(text, { from, to }, found) {
  if (!found || text.slice(from, to) === found) return [from, to];
  const after = text.indexOf(found, Math.max(0, from - found.length));
  const now = after >= 0 ? after : text.lastIndexOf(found, from);
  return now < 0 ? null : [now, now + found.length];
}

/** Radio buttons, and what a script hands in: values that stand in no field which Tasklist knows. */

/**
 * Radio buttons: Tasklist knows no such field, so each fieldset with data-choice hands its value in here.
 *
 * @returns the values that are handed in; a form's script adds its own (see Form.handIn), each with draft: false where it is
 *   no part of the draft, or a function that gives what the draft keeps in its place
 */
export function handInChoices(camForm) {
  const values = [];
  camForm.on('form-loaded', () => camForm.formElement.find('[data-choice]').toArray().forEach(choice => {
    const { choice: name, type = 'String' } = choice.dataset;
    values.push({ name, type, read: scope => typed(scope[name], type) });
  }));
  camForm.on('submit', () => {
    values.forEach(value => write(camForm, value, value.read));
    leaveOutUnknown(camForm, values);
  });
  camForm.on('store', () => values.forEach(value => {
    const { draft = value.read } = value;
    // what was refused stands there still, and may be too large
    if (draft === false) delete camForm.variableManager.variables[value.name];
    else write(camForm, value, draft === true ? value.read : draft);
  }));
  camForm.on('variables-restored', () => values.forEach(value => restore(camForm, value)));
  return values;
}

/**
 * Brings what the draft keeps of a value back into the scope.
 *
 * @param value see Form.handIn
 */
export function restore(camForm, { name, keeps = name, revive = String }) {
  const { variables } = camForm.variableManager;
  const kept = variables[name]?.value;
  if (kept !== null && kept !== undefined) camForm.formElement.scope()[keeps] = revive(kept);
  delete variables[name];
}

/** A draft from before an upgrade may hold what the form asks no more; the server refuses what it does not know. */
function leaveOutUnknown({ fields, variableManager: { variables } }, values) {
  const known = new Set([...fields.map(({ variableName }) => variableName), ...values.map(({ name }) => name)]);
  Object.keys(variables).filter(name => !known.has(name) && !('originalValue' in variables[name]))
    .forEach(name => delete variables[name]);
}

function write(camForm, { name, type }, read) {
  camForm.variableManager.variables[name] = { name, type, value: read(camForm.formElement.scope()) };
}

function typed(value, type) {
  if (value === undefined || value === '') return null;
  return type === 'Boolean' ? value === 'true' : value;
}

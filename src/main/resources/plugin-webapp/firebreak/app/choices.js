/** Radio buttons, and what a script hands in: values that stand in no field which Tasklist knows. */

/**
 * Radio buttons: Tasklist knows no such field, so each fieldset with data-choice hands its value in here.
 *
 * @returns the values that are handed in; a form's script adds its own, each with draft: false where it is no part of the
 *   draft, or a function that gives what the draft keeps in its place
 */
export function handInChoices(camForm) {
  const values = [];
  camForm.on('form-loaded', () => camForm.formElement.find('[data-choice]').toArray().forEach(choice => {
    const { choice: name, type = 'String' } = choice.dataset;
    values.push({ name, type, read: scope => typed(scope[name], type) });
  }));
  camForm.on('submit', () => values.forEach(value => write(camForm, value, value.read)));
  camForm.on('store', () => values.forEach(value => {
    const { draft = value.read } = value;
    // what was refused stands there still, and may be too large
    if (draft === false) delete camForm.variableManager.variables[value.name];
    else write(camForm, value, draft === true ? value.read : draft);
  }));
  camForm.on('variables-restored', () => restoreChoices(camForm, values));
  return values;
}

function write(camForm, { name, type }, read) {
  camForm.variableManager.variables[name] = { name, type, value: read(camForm.formElement.scope()) };
}

function typed(value, type) {
  if (value === undefined || value === '') return null;
  return type === 'Boolean' ? value === 'true' : value;
}

function restoreChoices(camForm, values) {
  const variables = camForm.variableManager.variables;
  values.filter(({ name }) => variables[name]).forEach(({ name }) => {
    const { value } = variables[name];
    if (value !== null && value !== undefined) camForm.formElement.scope()[name] = String(value);
    delete variables[name];
  });
}

/** Radio buttons, and what a script hands in: values that stand in no field which Tasklist knows. */

/**
 * Radio buttons: Tasklist knows no such field, so each fieldset with data-choice hands its value in here.
 *
 * @returns the values that are handed in; a form's script adds its own
 */
export function handInChoices(camForm) {
  const values = [];
  camForm.on('form-loaded', () => camForm.formElement.find('[data-choice]').toArray().forEach(choice => {
    const { choice: name, type = 'String' } = choice.dataset;
    values.push({ name, type, read: scope => typed(scope[name], type) });
  }));
  const write = some => some.forEach(({ name, type, read, draft }) => {
    camForm.variableManager.variables[name] = { name, type, value: read(camForm.formElement.scope()), draft };
  });
  camForm.on('submit', () => write(values));
  camForm.on('store', () => write(values.filter(({ draft }) => draft !== false)));
  camForm.on('variables-restored', () => restoreChoices(camForm, values));
  return values;
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

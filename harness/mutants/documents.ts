// Policies as plain data, for mutants and variants that read or change parts of them.

/** A document, a statement or a condition as JSON.parse returns it: any value is possible. */
export type PlainObject = Readonly<Record<string, unknown>>;

/** Changes the document of a text; a text without a JSON object, or without a change, is returned as it is. */
export function inDocument(change: (document: PlainObject) => PlainObject): (text: string) => string {
  return (text) => {
    const document = documentOf(text);
    if (document === undefined) return text;
    const changed = textOf(change(document));
    return changed === textOf(document) ? text : changed;
  };
}

/** The same for each statement. */
export function inStatements(change: (statement: PlainObject, index: number) => PlainObject): (text: string) => string {
  return inDocument((document) => {
    const { Statement } = document;
    if (isPlainObject(Statement)) return { ...document, Statement: change(Statement, 0) };
    if (!Array.isArray(Statement)) return document;
    const changed = Statement.map((each: unknown, index) => (isPlainObject(each) ? change(each, index) : each));
    return { ...document, Statement: changed };
  });
}

/** The same for one element of each statement that has it; undefined removes it. */
export function inElements(
  name: string,
  change: (value: unknown, statement: PlainObject) => unknown,
): (text: string) => string {
  return inStatements((statement) =>
    name in statement ? { ...statement, [name]: change(statement[name], statement) } : statement,
  );
}

/** Changes everything that IAM allows to be a text or a list of texts: actions, resources, principals, values of conditions. */
export function inTexts(change: (value: unknown) => unknown): (text: string) => string {
  const inside = (value: unknown): unknown => (isPlainObject(value) ? mapMembers(value, change) : value);
  const changes: Readonly<Record<string, (value: unknown) => unknown>> = {
    Action: change,
    Resource: change,
    Principal: inside,
    Condition: (condition) => (isPlainObject(condition) ? mapMembers(condition, inside) : condition),
  };
  return inStatements((statement) => mapMembers(statement, (value, name) => changes[name]?.(value) ?? value));
}

function mapMembers(draft: PlainObject, change: (value: unknown, name: string) => unknown): PlainObject {
  return Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, change(value, name)]));
}

/** Whether a statement of the text satisfies the predicate. */
export function hasStatement(isMeant: (statement: PlainObject, index: number) => boolean): (text: string) => boolean {
  return (text) => statementsOf(documentOf(text)).some((statement, index) => isMeant(statement, index));
}

export function statementsOf(document: PlainObject | undefined): readonly PlainObject[] {
  return listed(document?.['Statement']).filter((statement) => isPlainObject(statement));
}

export function documentOf(text: string): PlainObject | undefined {
  const value = jsonOf(text);
  return isPlainObject(value) ? value : undefined;
}

/** The value of a JSON text; undefined for any other text. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** In ASCII, because a character that a JSON parser has unescaped may not be allowed in a policy (GP-05). */
export function textOf(document: unknown, indent = 0): string {
  return JSON.stringify(document, undefined, indent).replaceAll(
    /[^\n -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The items of a list, or the one value that may stand instead of a list of one. */
export function listed(value: unknown): readonly unknown[] {
  return value === undefined ? [] : [value].flat();
}

export function textsOf(value: unknown): readonly string[] {
  return listed(value).filter((item) => typeof item === 'string');
}

export function without(draft: PlainObject, ...names: readonly string[]): PlainObject {
  return Object.fromEntries(Object.entries(draft).filter(([name]) => !names.includes(name)));
}

export function only(draft: PlainObject, names: readonly string[]): PlainObject {
  return Object.fromEntries(Object.entries(draft).filter(([name]) => names.includes(name)));
}

/** The value of one name below another. */
export function renamed(draft: PlainObject, from: string, to: string): PlainObject {
  return from in draft ? { ...without(draft, from), [to]: draft[from] } : draft;
}

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

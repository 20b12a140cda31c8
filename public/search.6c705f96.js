// @ts-check
// Suggestions while a reader types: makes the field of the search form an editable combobox with a
// list (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The focus stays in the field and no
// letter of it is touched, so that keyboards may compose Vietnamese letters as they like. Without
// this file the form is a form. What it says stands in the form's data attributes.

/** @typedef {{ kind: 'section' | 'tag' | 'author' | 'article', name: string, path: string }} Suggestion */

const PAUSE_MS = 150;
const MOST_REMEMBERED = 20;

const form = /** @type {HTMLFormElement} */ (document.querySelector('form[role="search"]'));
const input = /** @type {HTMLInputElement} */ (form.elements.namedItem('q'));
const words = form.dataset;
const list = document.createElement('div');
const status = document.createElement('p');

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;
/** The last question; aborted, it shows nothing any more. */
let question = new AbortController();
/** @type {string | undefined} What the list, shown or on its way, is for. */
let wanted;
/** Epoch milliseconds; until then the server wants no question. */
let silentUntil = 0;
/** @type {Map<string, readonly Suggestion[]>} */
const remembered = new Map();

// Not every browser tells; who saves data keeps the plain field.
if (!Reflect.get(navigator, 'connection')?.saveData) start();

function start() {
  list.id = 'q_list';
  list.hidden = true;
  describe(list, { role: 'listbox', 'aria-label': words.listbox });
  describe(status, { role: 'status' });
  describe(input, {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': false,
  });
  input.after(list);
  form.append(status);
  input.addEventListener('input', type);
  input.addEventListener('keydown', press);
  form.addEventListener('focusout', leave);
  form.addEventListener('submit', close);
  // Who comes back finds the page as it was.
  window.addEventListener('pagehide', close);
  // Options are links: what a press, a middle click or a long touch does is the browser's affair.
  list.addEventListener('mousedown', (event) => event.preventDefault());
}

function type() {
  select();
  clearTimeout(pause);
  pause = setTimeout(offer, PAUSE_MS);
}

/** @param {KeyboardEvent} event */
function press(event) {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  // 229: the key belongs to a letter that is being composed; Safari says it in no other way.
  if (event.isComposing || event.keyCode === 229 || ctrlKey || metaKey || shiftKey) return;
  const option = selected();
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    event.preventDefault();
    const step = key === 'ArrowDown' ? 1 : -1;
    if (altKey) step > 0 ? offer() : close();
    else if (list.hidden) offer().then(() => move(step));
    else move(step);
  } else if (key === 'Escape') {
    // Once more, and the browser empties the field.
    if (!list.hidden) event.preventDefault();
    close();
  } else if (key === 'Enter' && option) {
    event.preventDefault();
    option.click();
  } else if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)) {
    select();
  }
}

/** @param {FocusEvent} event */
function leave({ relatedTarget }) {
  if (!list.contains(/** @type {Node | null} */ (relatedTarget))) close();
}

/** Shows what the server suggests for the text in the field. */
async function offer() {
  const text = input.value.normalize().trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return close();
  if (text === wanted) return;
  question.abort();
  question = new AbortController();
  const { signal } = question;
  wanted = text;
  const suggestions = remembered.get(text) ?? (await ask(text, signal));
  if (signal.aborted) return;
  if (!suggestions) return close();
  const count = suggestions.length;
  show(suggestions, count ? words.found?.replace('{count}', String(count)) : words.none);
}

/**
 * @param {string} text
 * @param {AbortSignal} signal
 * @returns {Promise<readonly Suggestion[] | undefined>} undefined without an answer
 */
async function ask(text, signal) {
  if (document.hidden || Date.now() < silentUntil) return undefined;
  try {
    const address = `${words.suggestions}?${new URLSearchParams({ q: text })}`;
    const answer = await fetch(address, { signal });
    if (answer.ok) return remember(text, (await answer.json()).suggestions);
    silentUntil = Date.now() + 1000 * Number(answer.headers.get('Retry-After'));
  } catch {
    // Aborted or offline: nothing to suggest, and nothing to tell who only types.
  }
  return undefined;
}

/**
 * @param {string} text
 * @param {readonly Suggestion[]} suggestions
 */
function remember(text, suggestions) {
  remembered.set(text, suggestions);
  const [oldest] = remembered.keys();
  if (oldest !== undefined && remembered.size > MOST_REMEMBERED) remembered.delete(oldest);
  return suggestions;
}

/**
 * @param {readonly Suggestion[]} suggestions none: the list is closed
 * @param {string | undefined} said to those who do not see the list
 */
function show(suggestions, said) {
  list.replaceChildren(...suggestions.map(optionOf));
  list.hidden = suggestions.length === 0;
  input.setAttribute('aria-expanded', String(!list.hidden));
  status.textContent = said ?? '';
  select();
}

function close() {
  clearTimeout(pause);
  question.abort();
  wanted = undefined;
  show([], '');
}

/**
 * @param {Suggestion} suggestion
 * @param {number} index
 */
function optionOf({ kind, name, path }, index) {
  const option = document.createElement('a');
  option.href = path;
  option.id = `q_${index}`;
  describe(option, { role: 'option', tabindex: -1 });
  option.append(name);
  const word = words[kind];
  if (word) {
    const small = document.createElement('small');
    small.append(word);
    option.append(' ', small);
  }
  return option;
}

/** @returns {HTMLAnchorElement | null} */
function selected() {
  return list.querySelector('[aria-selected="true"]');
}

/** @param {Element | null} [option] none: what was typed */
function select(option) {
  for (const each of list.children) each.setAttribute('aria-selected', String(each === option));
  if (option) input.setAttribute('aria-activedescendant', option.id);
  else input.removeAttribute('aria-activedescendant');
}

/** @param {1 | -1} step in a ring of all options and, between last and first, what was typed */
function move(step) {
  const stops = [null, ...list.querySelectorAll('a')];
  const option = stops[(stops.indexOf(selected()) + step + stops.length) % stops.length];
  select(option);
  (option ?? input).scrollIntoView({ block: 'nearest' });
}

/**
 * @param {Element} element
 * @param {Record<string, string | number | boolean | undefined>} attributes
 */
function describe(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

// The names of the document object model that the declarations of `playwright-core` take from the library of browsers.
// The tests speak to the page in texts, so they need no more of them than that they exist.

interface Node {}
interface HTMLElement extends Node {}
interface SVGElement extends Node {}
interface HTMLElementTagNameMap {}

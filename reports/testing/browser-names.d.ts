// The DOM types that the declarations of `playwright-core` refer to. The tests pass scripts to the page as text, so the types
// may be empty.

interface Node {}
interface HTMLElement extends Node {}
interface SVGElement extends Node {}
interface HTMLElementTagNameMap {}

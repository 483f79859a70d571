/**
 * Makes what is on the page like a tree that was made anew, and changes only what differs: what has the focus keeps it, and so do
 * scrolled places, opened details and what somebody types. Elements with an id are known by it, all others by their place.
 */
export function patch(there: Element, wanted: Element): void {
  for (const { name } of [...there.attributes]) {
    // Whether details are open is up to whoever reads them.
    if (name !== 'open' && !wanted.hasAttribute(name)) there.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (name !== 'open' && there.getAttribute(name) !== value) there.setAttribute(name, value);
  }
  patchChildren(there, wanted);
}

function patchChildren(there: Element, wanted: Element): void {
  const known = new Map<string, Element>();
  for (const child of there.children) if (child.id !== '') known.set(child.id, child);
  let next: ChildNode | null = there.firstChild;
  for (const child of [...wanted.childNodes]) {
    const same = partner(child, next, known);
    if (!same) {
      there.insertBefore(child, next);
      continue;
    }
    if (same === next) next = next.nextSibling;
    else there.insertBefore(same, next);
    if (same instanceof Element) patch(same, child as Element);
    else if (same.nodeValue !== child.nodeValue) same.nodeValue = child.nodeValue;
  }
  while (next) {
    const rest: ChildNode = next;
    next = next.nextSibling;
    rest.remove();
  }
}

/** What is there already of the kind that is wanted. */
function partner(
  wanted: ChildNode,
  next: ChildNode | null,
  known: ReadonlyMap<string, Element>,
): ChildNode | undefined {
  if (wanted instanceof Element && wanted.id !== '') {
    const same = known.get(wanted.id);
    return same?.tagName === wanted.tagName ? same : undefined;
  }
  if (next?.nodeType !== wanted.nodeType) return undefined;
  if (!(next instanceof Element)) return next;
  return next.id === '' && next.tagName === (wanted as Element).tagName ? next : undefined;
}

/** The same, with the focus where it was: an element that has to be moved loses it. */
export function patchKeepingFocus(there: Element, wanted: Element, otherwise: HTMLElement): void {
  const focused = document.activeElement;
  const inside = focused instanceof HTMLElement && there.contains(focused);
  patch(there, wanted);
  if (!inside || document.activeElement === focused) return;
  if (focused.isConnected) focused.focus({ preventScroll: true });
  else otherwise.focus({ preventScroll: true });
}

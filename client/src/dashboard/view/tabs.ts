import { element } from '../../page/view/dom.js';
import type { Tab } from '../messages.js';
import type { Words } from '../words.js';

export const tabs: readonly Tab[] = ['overview', 'tables', 'figures', 'constructs'];

/** A row of tabs, of which one is in front: arrows go from one to the next, Tab into what is shown. */
export class Tabs {
  readonly element: HTMLElement;
  private readonly buttons: ReadonlyMap<Tab, HTMLButtonElement>;

  constructor(words: Words, choose: (tab: Tab) => void) {
    this.buttons = new Map(
      tabs.map(tab => {
        const button = element('button', { type: 'button', role: 'tab', id: `tab-${tab}` }, words[tab]);
        button.addEventListener('click', () => choose(tab));
        return [tab, button];
      }),
    );
    this.element = element('div', { role: 'tablist', 'aria-label': words.dashboard }, ...this.buttons.values());
    this.element.addEventListener('keydown', event => {
      const at = tabs.findIndex(tab => this.buttons.get(tab) === document.activeElement);
      const step = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (at === -1 || step === undefined) return;
      const tab = tabs[(step + tabs.length) % tabs.length]!;
      event.preventDefault();
      choose(tab);
      this.buttons.get(tab)!.focus();
    });
  }

  update(front: Tab): void {
    for (const [tab, button] of this.buttons) {
      button.setAttribute('aria-selected', String(tab === front));
      button.setAttribute('tabindex', tab === front ? '0' : '-1');
      if (tab === front) button.setAttribute('aria-controls', 'panel');
      else button.removeAttribute('aria-controls');
    }
  }
}

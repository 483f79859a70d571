/** A shelf is full with so many bytes: large enough to lie by itself, away from where garbage is collected. */
const full = 256 * 1024;

/**
 * The bodies of many chunks as one long string. Ten thousand small strings would lie scattered among what reading leaves behind,
 * and hold on to the room of it; a few long ones are neither moved nor in the way. A shelf lasts for as long as one of its
 * chunks does: files that change on the disk one by one get shelves of their own, so that what is kept in vain is never more
 * than what was read at once.
 */
export class Shelf {
  private bodies: string[] = [];
  private size = 0;
  private joined: string | undefined;

  /** What lies on it. Once somebody has looked, nothing more is put there. */
  get text(): string {
    if (this.joined === undefined) {
      this.joined = this.bodies.join('');
      this.bodies = [];
    }
    return this.joined;
  }

  /** True when nothing more is to be put there. */
  get isClosed(): boolean {
    return this.joined !== undefined;
  }

  /** Puts a body behind the others, and says where it starts. */
  put(body: string): number {
    const start = this.size;
    this.bodies.push(body);
    this.size += body.length;
    if (this.size >= full) void this.text;
    return start;
  }
}

let open = new Shelf();

/** The shelf on which the next body goes. */
export function openShelf(): Shelf {
  if (open.isClosed) open = new Shelf();
  return open;
}

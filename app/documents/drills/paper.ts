/** One thing on a paper, in the order in which it is read. Words are ready to be printed. */
export type Block =
  | { kind: 'title'; text: string; under: string }
  /** What must not be overlooked: the paper is not signed, was corrected, was entered after the fact. */
  | { kind: 'warning'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string; quiet?: boolean }
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  | { kind: 'list'; items: readonly string[]; ordered?: boolean }
  | { kind: 'table'; heads: readonly string[]; widths: readonly number[]; rows: readonly (readonly string[])[]; rowHeight?: number }
  /** A new page begins. */
  | { kind: 'turn' }
  /** Lines to sign on, side by side. */
  | { kind: 'signatures'; labels: readonly string[] }

/** A paper of A4 pages. `running` stands at the foot of each, with which page of how many: {page} and {pages} are put in. */
export type Paper = { kind: 'pages'; title: string; language: 'zh' | 'en'; running: string; pageOf: string; blocks: readonly Block[] }

/** A card for one person: what he does, in order, and a code that opens `address`. */
export type Card = { role: string; who: string; where: string; does: readonly string[]; address: string; invite: string }

/** Cards, four to an A4 page, with lines to cut along. */
export type CardPaper = { kind: 'cards'; title: string; language: 'zh' | 'en'; running: string; cut: string; cards: readonly Card[] }

export type AnyPaper = Paper | CardPaper

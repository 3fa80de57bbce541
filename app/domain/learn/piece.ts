/** One text in both languages. */
export type Words = { readonly zh: string; readonly en: string }

export type Option = { readonly id: string; readonly text: Words; readonly right?: boolean | undefined; readonly because: Words }
export type Spot = {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly label: Words
  readonly right: boolean
  readonly because: Words
}
export type BranchNode = {
  readonly id: string
  readonly text: Words
  readonly choices?: readonly { readonly id: string; readonly text: Words; readonly to: string }[] | undefined
  readonly end?: 'good' | 'bad' | undefined
}

type Base = { readonly id: string; readonly prompt: Words }
type Picture = { readonly picture: string; readonly alt: Words }
export type Choose = Base & { readonly kind: 'choose'; readonly many?: boolean | undefined; readonly options: readonly Option[] }
export type SpotPiece = Base & Picture & { readonly kind: 'spot'; readonly spots: readonly Spot[] }
export type Route = Base & Picture & { readonly kind: 'route'; readonly stops: readonly Spot[] }
export type Order = Base & {
  readonly kind: 'order'
  /** In the right order. */
  readonly steps: readonly { readonly id: string; readonly text: Words }[]
  readonly because: Words
}
export type Branch = Base & { readonly kind: 'branch'; readonly start: string; readonly nodes: readonly BranchNode[] }

/** Something to do in a lesson, with its key. It never leaves the server whole: see shown-piece. */
export type Piece = Choose | SpotPiece | Route | Order | Branch

/** What can be ticked in a piece, spots and stops included. */
export type Tick = Option & { readonly at?: { readonly x: number; readonly y: number } }

const tickOf = ({ x, y, label, ...spot }: Spot): Tick => ({ ...spot, text: label, at: { x, y } })

/** The things to tick in a piece of ticks. */
export function ticksOf(piece: Choose | SpotPiece | Route): readonly Tick[] {
  switch (piece.kind) {
    case 'choose':
      return piece.options
    case 'spot':
      return piece.spots.map(tickOf)
    case 'route':
      return piece.stops.map(tickOf)
  }
}

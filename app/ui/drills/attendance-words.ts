import type { Turn } from '~/domain/drills/attendance'

/** What a drill was to somebody, in words; why he was away where he was. */
export const turnWords = (words: (key: string) => string, turn: Turn): string =>
  turn.kind === 'away' && turn.why !== '' ? words(`why.${turn.why}`) : words(`turn.${turn.kind}`)

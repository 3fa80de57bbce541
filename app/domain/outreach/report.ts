import { withoutUnseen } from '../shared/plain-text'

/** What can be wrong with a poster, as a passer-by sees it. */
export const posterFaults = ['torn', 'covered', 'unreadable', 'wrongPlace', 'other'] as const
export type PosterFault = (typeof posterFaults)[number]

export const longestNote = 200

/** A passer-by's own words, without what cannot be seen; cut where a form of ours would not let one go on. */
export const readNote = (text: string): string => [...withoutUnseen(text).trim()].slice(0, longestNote).join('')

import path from 'node:path'
import { walk } from '../domain/learn/grade'
import { type Branch, type Piece, ticksOf } from '../domain/learn/piece'
import type { LoadedLesson } from './courses.server'
import { pictureExists } from './pictures.server'

/** Says what is wrong with a piece and what to do; the caller adds file and line. */
export type Say = (message: string, near?: string) => void

const twice = (ids: readonly string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index)

/** The keys of a lesson's pieces: answerable, unambiguous, and nothing that cannot be reached. */
export function checkPieces(lesson: LoadedLesson, say: Say): void {
  for (const id of twice(lesson.pieces.map((piece) => piece.id))) say(`two pieces have the id ${id}: give one of them another`, id)
  for (const piece of lesson.pieces) {
    const about = (message: string) => say(`${piece.id}: ${message}`, piece.id)
    checkPiece(piece, about)
    if ('picture' in piece && !pictureExists(lesson.folder, piece.picture))
      about(`there is no picture ${path.basename(lesson.folder)}/${piece.picture}.svg: draw it or correct the name`)
  }
}

function checkPiece(piece: Piece, about: (message: string) => void): void {
  switch (piece.kind) {
    case 'choose':
    case 'spot':
    case 'route': {
      const ticks = ticksOf(piece)
      const right = ticks.filter((tick) => tick.right === true).length
      for (const id of twice(ticks.map((tick) => tick.id))) about(`two choices have the id ${id}`)
      if (right === 0) about('nothing in it is right: mark what is with right: true')
      if (right === ticks.length) about('everything in it is right: add what is not')
      if (piece.kind === 'choose' && piece.many !== true && right > 1) about('several options are right: write many: true, or leave one')
      return
    }
    case 'order':
      for (const id of twice(piece.steps.map((step) => step.id))) about(`two steps have the id ${id}`)
      return
    case 'branch':
      checkBranch(piece, about)
  }
}

function checkBranch(piece: Branch, about: (message: string) => void): void {
  const ids = piece.nodes.map(({ id }) => id)
  for (const id of twice(ids)) about(`two nodes have the id ${id}`)
  if (walk(piece, []) === null) about(`start: there is no node ${piece.start}`)
  const reached = new Set([piece.start])
  for (const id of reached) for (const { to } of piece.nodes.find((node) => node.id === id)?.choices ?? []) reached.add(to)
  for (const { id, choices, end } of piece.nodes) {
    if ((choices === undefined) === (end === undefined)) about(`node ${id} needs either choices or an end: good or bad`)
    for (const { to } of choices ?? []) if (!ids.includes(to)) about(`node ${id}: there is no node ${to} to go to`)
    if (!reached.has(id)) about(`node ${id} is never reached: lead a choice to it or take it out`)
  }
  if (!piece.nodes.some(({ id, end }) => end === 'good' && reached.has(id))) about('no good end can be reached')
}

import type { TFunction } from 'i18next'
import type { PrintedLine, ShownPoint } from './panel-facts'

/** A point in words: its address, what it is, and where, once that has been read. */
export function pointText(t: TFunction, { loop, address, kind, place }: ShownPoint): string {
  const known = `${t('run.address', { loop, address })} ${t(`point.${kind}`)}`
  return place === null ? known : `${known} · ${place}`
}

export function lineText(t: TFunction, { what, device, point }: PrintedLine): string {
  const of = device !== null ? t(`device.${device}`) : point !== null ? pointText(t, point) : ''
  return t(`line.${what}`, { of })
}

/** An act in words: verbs with a target name it. */
export function actText(t: TFunction, verb: string, target: string | null, point: ShownPoint | null): string {
  if (verb === 'send') return t(`act.send.${target}`)
  if (verb === 'start' || verb === 'stop') return `${t(`act.${verb}`)} ${t(`device.${target}`)}`
  return point === null ? t(`act.${verb}`) : `${t(`act.${verb}`)} ${pointText(t, point)}`
}

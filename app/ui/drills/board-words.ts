import type { TFunction } from 'i18next'
import { drillMarks } from '~/domain/drills/marks'
import type { BoardFacts } from './board'

/** Words that the board's script says, with {n}, {name}, {zone}, {time}, {who} still to be put in. */
const keys = [
  ...['sync.sending', 'sync.at', 'sync.offline', 'sync.never', 'sync.closed', 'sync.signIn', 'sync.newList', 'sync.noStore'],
  ...['pending.none', 'pending.some', 'clock.slow', 'clock.fast', 'clock.far', 'refused.some'],
  ...['loose.title', 'sealed.others', 'sealed.unread', 'carry.loose'],
  ...['missing.count', 'missing.none', 'missing.empty', 'missing.zone', 'there.count', 'there.by', 'away.as', 'row.last', 'row.help'],
  ...['group.of', 'group.counted', 'group.short', 'walkIn.by', 'doubt.by', 'decided.counts', 'decided.not', 'decided.wait'],
  ...[
    'secondCall.waits',
    'secondCall.again',
    'secondCall.none',
    'undo.what',
    'undo.nothing',
    'camera.found',
    'camera.stranger',
    'camera.before',
  ],
  ...['code.next', 'code.none', 'carry.made', 'carry.taken', 'carry.bad', 'carry.nothing', 'zone.none', 'ticked'],
  ...['away.leave', 'away.off-shift', 'away.elsewhere', 'away.on-duty'],
  ...['way.tick', 'way.card', 'way.code', 'way.again', 'way.sheet'],
  ...['doubt.off', 'doubt.ahead', 'doubt.before', 'doubt.backdated', 'doubt.late', 'doubt.browser', 'doubt.stranger', 'doubt.twin'],
]
const drillKeys = ['elapsed.none', 'elapsed.since', 'elapsed.ended', 'mark.at', 'mark.also', 'photo.taken']
const classKeys = ['left.do', 'left.back', 'left.at']
const itself = Object.fromEntries(['n', 'of', 'name', 'zone', 'time', 'who', 'what'].map((one) => [one, `{${one}}`]))

export const boardWords = (t: TFunction, of: BoardFacts['of']): Record<string, string> =>
  Object.fromEntries([
    ...[...keys, ...(of === 'drill' ? drillKeys : classKeys)].map((key) => [key, t(`board.${key}`, itself)]),
    ...(of === 'drill' ? drillMarks.map((mark) => [`marks.${mark}`, t(`marks.${mark}`)]) : []),
  ])

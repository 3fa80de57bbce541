/**
 * Makes the film 主机响了：头几分钟 from content/videos/after-the-alarm.yaml.
 *   npx tsx scripts/media/after-the-alarm.ts                       film, tracks and poster
 *   npx tsx scripts/media/after-the-alarm.ts --look out.png 5 9.5  only these seconds, as one picture
 */
import { closingPictures, lamp } from './after-the-alarm/cards.ts'
import { check } from './after-the-alarm/scene-check.ts'
import { confirm } from './after-the-alarm/scene-confirm.ts'
import { go } from './after-the-alarm/scene-go.ts'
import { plan } from './after-the-alarm/scene-plan.ts'
import { read } from './after-the-alarm/scene-read.ts'
import { wrong } from './after-the-alarm/scene-wrong.ts'
import { produce } from './film.ts'

await produce(
  {
    id: 'after-the-alarm',
    title: { lines: ['主机响了', '头几分钟'], picture: lamp },
    scenes: { read, go, confirm, plan, check, wrong },
    closing: closingPictures,
  },
  process.argv.slice(2),
)

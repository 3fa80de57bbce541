/**
 * Makes the film 动火之前，先看火星落哪 from content/videos/before-the-spark.yaml.
 *   npx tsx scripts/media/before-the-spark.ts                       film, tracks and poster
 *   npx tsx scripts/media/before-the-spark.ts --look out.png 5 9.5  only these seconds, as one picture
 */
import { closingPictures, falling } from './before-the-spark/cards.ts'
import { after } from './before-the-spark/scene-after.ts'
import { check } from './before-the-spark/scene-check.ts'
import { clear } from './before-the-spark/scene-clear.ts'
import { guard } from './before-the-spark/scene-guard.ts'
import { hole } from './before-the-spark/scene-hole.ts'
import { permit } from './before-the-spark/scene-permit.ts'
import { stop } from './before-the-spark/scene-stop.ts'
import { produce } from './film.ts'

await produce(
  {
    id: 'before-the-spark',
    title: { lines: ['动火之前', '先看火星落哪'], picture: falling },
    scenes: { check, clear, hole, permit, guard, stop, after },
    closing: closingPictures,
  },
  process.argv.slice(2),
)

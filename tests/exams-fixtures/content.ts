import fs from 'node:fs'
import path from 'node:path'
import { stringify } from 'yaml'
import { catalogue } from '~/content/catalogue.server'
import { settings } from '~/env.server'

const words = (text: string) => ({ zh: `${text}。`, en: `${text}.` })

/** Marks that may never leave the server before a paper is closed: in the ids of right options and in every explanation. */
export const keyMark = 'markedkey'
export const reasonMark = 'MARKEDREASON'

export const topics = ['doors', 'alarm'] as const
const perTopic = 10

const right = (id: string) => `${id}-${keyMark}`
const options = (ids: readonly string[], label: string) =>
  ids.map((id) => ({ id, text: words(`${label} 选项 ${id.replace(`-${keyMark}`, '')}`) }))

function question(topic: string, number: number) {
  const id = `pre-job-${topic}-${number}`
  const base = {
    id,
    revision: 1,
    difficulty: 1,
    block: 3,
    stem: words(`题干 ${id}`),
    explanation: words(`${reasonMark} ${id}`),
    source: { of: '61号令 第三十六条', mark: 'V1' },
  }
  switch (number % 5) {
    case 0:
      return { ...base, kind: 'single', options: options(['b', right('a'), 'c'], id), key: right('a') }
    case 1:
      return { ...base, kind: 'multiple', options: options([right('a'), 'b', right('c'), 'd'], id), key: [right('a'), right('c')] }
    case 2:
      return { ...base, kind: 'truefalse', key: true }
    case 3:
      return {
        ...base,
        kind: 'order',
        options: options([right('s1'), right('s2'), right('s3'), right('s4')], id),
        key: ['s1', 's2', 's3', 's4'].map(right),
      }
    default:
      return {
        ...base,
        kind: 'hotspot',
        picture: 'room',
        alt: words(`房间 ${id}`),
        spots: [right('p'), 'q', right('r'), 's'].map((spot, at) => ({
          id: spot,
          x: 80 - at * 20,
          y: 20 + at * 15,
          label: words(`${id} 位置${at}`),
        })),
        key: [right('p'), right('r')],
      }
  }
}

const lesson = (id: string) => ({
  zh: { id, title: `课 ${id}`, minutes: 4, situation: '一句话', facts: [{ of: '消防法 第二十八条', mark: 'V1', says: '不得占用' }] },
  en: { id, title: `Lesson ${id}`, minutes: 4, situation: 'One sentence' },
})

export const lessons = ['pre-job-01-doors', 'pre-job-02-alarm']

const course = {
  zh: {
    id: 'pre-job',
    title: '岗前消防安全',
    summary: '两课',
    minutes: 8,
    for: '每一个人',
    clause: { of: '61号令 第三十六条', mark: 'V1', quote: '单位应当组织新上岗和进入新岗位的员工进行上岗前的消防安全培训。' },
    positions: ['*'],
    gives: [
      { kind: 'course', topic: 'pre-job-{position}' },
      { kind: 'course', topic: 'basics' },
    ],
    watch: [],
    bank: 'pre-job',
    paper: {
      questions: 10,
      minutes: 25,
      pass: 80,
      retakeAfterMinutes: 30,
      draw: topics.map((topic) => ({ topic, count: 5 })),
    },
    lessons,
  },
  en: { id: 'pre-job', title: 'Pre-job fire safety', summary: 'Two lessons', for: 'Everyone' },
}

const picture = `<svg viewBox="0 0 800 500" role="img"><rect x="10" y="10" width="780" height="480" class="f-floor s-line" stroke-width="3"/><rect x="120" y="60" width="90" height="120" class="f-wood"/></svg>`

/** Writes a small content folder with marked keys; vocabulary, duties and cards are the product's own. */
function writeContent(root: string): void {
  const write = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    fs.writeFileSync(path.join(root, file), text)
  }
  const front = (value: object) => `---\n${stringify(value)}---\n\n正文\n`
  for (const folder of ['vocabulary', 'duties', 'cards', 'videos', 'cases', 'refresher.yaml'])
    fs.cpSync(path.resolve('content', folder), path.join(root, folder), { recursive: true })
  write('courses/pre-job/course.mdx', front(course.zh))
  write('courses/pre-job/course.en.mdx', front(course.en))
  for (const id of lessons) {
    const folder = `courses/pre-job/${id.replace('pre-job-', '')}`
    write(`${folder}/lesson.mdx`, front(lesson(id).zh))
    write(`${folder}/lesson.en.mdx`, front(lesson(id).en))
    write(`${folder}/pieces.yaml`, '[]\n')
  }
  for (const topic of topics)
    write(
      `banks/pre-job/${topic}.yaml`,
      stringify({
        topic,
        title: words(`专题 ${topic}`),
        questions: Array.from({ length: perTopic }, (_, number) => question(topic, number)),
      }),
    )
  write('banks/pre-job/pictures/room.svg', picture)
}

/** Makes the catalogue of this test file read the fixture folder. Call before anything else reads content. */
export function useFixtureContent(): void {
  const home = process.cwd()
  const root = path.join(settings().dataFolder, 'site')
  writeContent(path.join(root, 'content'))
  process.chdir(root)
  try {
    catalogue()
  } finally {
    process.chdir(home)
  }
}

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'

/** Requests a second of a bare node:http server in a process of its own, sending these bytes. */
export function bareServerSource(): string {
  return `
    const http = require('node:http')
    const fs = require('node:fs')
    const body = fs.readFileSync(process.argv[2])
    const server = http.createServer((request, response) => { response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': body.length }); response.end(body) })
    server.listen(0, '127.0.0.1', () => console.log(server.address().port))
  `
}

/** Bare INSERTs a second into a WAL database at synchronous = FULL, one row a transaction. */
export function bareInsertRate(seconds: number): number {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-bench-'))
  const database = new Database(path.join(folder, 'floor.db'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)')
  const insert = database.prepare('INSERT INTO row (text) VALUES (?)')
  const until = performance.now() + seconds * 1000
  let count = 0
  while (performance.now() < until) {
    insert.run('a row of about the size of an answer')
    count += 1
  }
  database.close()
  fs.rmSync(folder, { recursive: true, force: true })
  return count / seconds
}

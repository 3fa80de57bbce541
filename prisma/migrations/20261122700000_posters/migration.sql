-- CreateTable
CREATE TABLE "PosterSite" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "placeId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedBy" TEXT,
    "endedAt" DATETIME,
    CONSTRAINT "PosterSite_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PosterCode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedBy" TEXT,
    "endedAt" DATETIME,
    CONSTRAINT "PosterCode_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "PosterSite" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ScanTally" (
    "code" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("code", "lesson", "on", "what")
);

-- CreateTable
CREATE TABLE "PosterReport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "siteId" TEXT,
    "fault" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "handledBy" TEXT,
    "handledAt" DATETIME
);

-- CreateTable
CREATE TABLE "PosterPack" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "placeId" TEXT,
    "setId" TEXT,
    "ask" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "refused" TEXT NOT NULL,
    "bytes" INTEGER,
    "askedBy" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    "fault" TEXT,
    CONSTRAINT "PosterPack_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PosterSite_placeId_idx" ON "PosterSite"("placeId");

-- CreateIndex
CREATE UNIQUE INDEX "PosterCode_code_key" ON "PosterCode"("code");

-- CreateIndex
CREATE UNIQUE INDEX "PosterCode_siteId_lesson_key" ON "PosterCode"("siteId", "lesson");

-- CreateIndex
CREATE INDEX "ScanTally_on_idx" ON "ScanTally"("on");

-- CreateIndex
CREATE INDEX "PosterReport_siteId_idx" ON "PosterReport"("siteId");

-- CreateIndex
CREATE INDEX "PosterReport_at_idx" ON "PosterReport"("at");

-- CreateIndex
CREATE INDEX "PosterPack_placeId_idx" ON "PosterPack"("placeId");

-- CreateIndex
CREATE INDEX "PosterPack_finishedAt_idx" ON "PosterPack"("finishedAt");

-- CreateTable
CREATE TABLE "RosterImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "unitId" TEXT,
    "fileName" TEXT NOT NULL,
    "askedBy" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "done" INTEGER NOT NULL,
    "total" INTEGER,
    "toldAt" DATETIME NOT NULL,
    "readAt" DATETIME,
    "fault" TEXT,
    "writtenAt" DATETIME,
    "droppedAt" DATETIME,
    "counts" TEXT
);

-- CreateTable
CREATE TABLE "RosterLine" (
    "importId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    PRIMARY KEY ("importId", "line"),
    CONSTRAINT "RosterLine_importId_fkey" FOREIGN KEY ("importId") REFERENCES "RosterImport" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "RosterImport_askedBy_idx" ON "RosterImport"("askedBy");

-- CreateIndex
CREATE INDEX "RosterLine_importId_result_line_idx" ON "RosterLine"("importId", "result", "line");

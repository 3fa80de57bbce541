-- CreateTable
CREATE TABLE "DrillPlan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "template" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "changed" TEXT NOT NULL,
    "drillId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Drill" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "DrillRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "drillId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "DrillRevision_drillId_fkey" FOREIGN KEY ("drillId") REFERENCES "Drill" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DrillStep" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "drillId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "once" TEXT,
    "detail" TEXT NOT NULL,
    CONSTRAINT "DrillStep_drillId_fkey" FOREIGN KEY ("drillId") REFERENCES "Drill" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RollCall" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "RollList" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "callId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "entries" TEXT NOT NULL,
    "roles" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "RollList_callId_fkey" FOREIGN KEY ("callId") REFERENCES "RollCall" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RollStation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "callId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "RollStation_callId_fkey" FOREIGN KEY ("callId") REFERENCES "RollCall" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RollEvent" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "callId" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "said" TEXT NOT NULL,
    "clock" DATETIME NOT NULL,
    "offset" INTEGER NOT NULL,
    "heard" DATETIME,
    "at" DATETIME NOT NULL,
    "received" DATETIME NOT NULL,
    "personId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "carriedBy" TEXT,
    CONSTRAINT "RollEvent_callId_fkey" FOREIGN KEY ("callId") REFERENCES "RollCall" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RollArrival" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "callId" TEXT NOT NULL,
    "stationId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "window" INTEGER NOT NULL,
    CONSTRAINT "RollArrival_callId_fkey" FOREIGN KEY ("callId") REFERENCES "RollCall" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RollArrival_stationId_fkey" FOREIGN KEY ("stationId") REFERENCES "RollStation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RollArrivalClaim" (
    "arrivalId" TEXT NOT NULL PRIMARY KEY,
    "callId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "browser" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "RollArrivalClaim_arrivalId_fkey" FOREIGN KEY ("arrivalId") REFERENCES "RollArrival" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "DrillPlan_unitId_version_key" ON "DrillPlan"("unitId", "version");

-- CreateIndex
CREATE INDEX "Drill_unitId_idx" ON "Drill"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "DrillRevision_drillId_nth_key" ON "DrillRevision"("drillId", "nth");

-- CreateIndex
CREATE UNIQUE INDEX "DrillStep_drillId_nth_key" ON "DrillStep"("drillId", "nth");

-- CreateIndex
CREATE UNIQUE INDEX "DrillStep_drillId_once_key" ON "DrillStep"("drillId", "once");

-- CreateIndex
CREATE UNIQUE INDEX "RollCall_kind_subjectId_key" ON "RollCall"("kind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "RollList_callId_nth_key" ON "RollList"("callId", "nth");

-- CreateIndex
CREATE UNIQUE INDEX "RollStation_code_key" ON "RollStation"("code");

-- CreateIndex
CREATE UNIQUE INDEX "RollStation_callId_personId_key" ON "RollStation"("callId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "RollEvent_id_key" ON "RollEvent"("id");

-- CreateIndex
CREATE INDEX "RollEvent_callId_seq_idx" ON "RollEvent"("callId", "seq");

-- CreateIndex
CREATE INDEX "RollArrival_callId_idx" ON "RollArrival"("callId");

-- CreateIndex
CREATE INDEX "RollArrivalClaim_callId_browser_idx" ON "RollArrivalClaim"("callId", "browser");

-- CreateIndex
CREATE INDEX "RollArrivalClaim_callId_personId_idx" ON "RollArrivalClaim"("callId", "personId");

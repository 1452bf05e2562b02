-- Keeps a reply that came before its thread, the same id once; forgets older ones than `lives_for`
-- and, above `most`, the oldest.
-- Answers { conversation } if the thread was put meanwhile (nothing is kept then), else { '', n }
-- with how many were forgotten above `most`.
local thread, orphans = KEYS[1], KEYS[2]
local id, event, now = ARGV[1], ARGV[2], tonumber(ARGV[3])
local lives_for, most = tonumber(ARGV[4]), tonumber(ARGV[5])

local conversation = redis.call('GET', thread)
if conversation then
  return { conversation }
end
for _, orphan in ipairs(redis.call('LRANGE', orphans, 0, -1)) do
  local at, other = string.match(orphan, '^(%d+) (%S+)')
  if tonumber(at) + lives_for <= now then
    redis.call('LREM', orphans, 1, orphan)
  elseif other == id then
    return { '', 0 }
  end
end
local length = redis.call('RPUSH', orphans, ARGV[3] .. ' ' .. id .. ' ' .. event)
redis.call('LTRIM', orphans, -most, -1)
redis.call('PEXPIRE', orphans, lives_for)
return { '', math.max(0, length - most) }

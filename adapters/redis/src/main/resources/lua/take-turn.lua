-- Takes the head of a desk's line, if each bucket of the desk's budget has a token. The buckets are
-- kept as in take-token.lua: the moment at which each is full again says rate, burst and pause.
-- Arguments: now, and for each bucket the time between two tokens and the burst.
-- Answers { 'nobody' }, { 'wait', moment } or { 'yours', conversation, its score }. Not idempotent:
-- a turn whose reply was lost is a place lost, and the outbox brings the conversation back into the
-- line.
local line, budget = KEYS[1], KEYS[2]
local now = tonumber(ARGV[1])

local head = redis.call('ZRANGE', line, 0, 0, 'WITHSCORES')
if not head[1] then
  return { 'nobody' }
end
local known = string.gmatch(redis.call('GET', budget) or '', '%S+')
local allowed_at, lives_for, next_full = now, 0, {}
for argument = 2, #ARGV, 2 do
  local between, burst = tonumber(ARGV[argument]), tonumber(ARGV[argument + 1])
  local full_at = math.max(now, tonumber(known() or '0'))
  allowed_at = math.max(allowed_at, full_at - between * (burst - 1))
  lives_for = math.max(lives_for, full_at + between - now)
  next_full[#next_full + 1] = string.format('%.3f', full_at + between)
end
if allowed_at > now then
  return { 'wait', string.format('%.0f', math.ceil(allowed_at)) }
end
redis.call('ZREM', line, head[1])
if lives_for > 0 then
  redis.call('SET', budget, table.concat(next_full, ' '), 'PX', math.ceil(lives_for))
end
return { 'yours', head[1], head[2] }

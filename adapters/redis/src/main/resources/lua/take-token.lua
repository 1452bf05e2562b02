-- Takes one token of each bucket of a budget, if all of them have one. A bucket is kept as the
-- moment at which it is full again; the budget is those moments, in the order of its buckets.
-- Arguments: now, and for each bucket the time between two tokens and the burst.
-- Answers { 0 } if it is allowed, else { milliseconds until it would be }; nothing is taken then.
-- Not idempotent: a token whose reply was lost is a token lost.
local budget = KEYS[1]
local now = tonumber(ARGV[1])

local known = string.gmatch(redis.call('GET', budget) or '', '%S+')
local too_early, lives_for, next_full = 0, 0, {}
for argument = 2, #ARGV, 2 do
  local between, burst = tonumber(ARGV[argument]), tonumber(ARGV[argument + 1])
  local full_at = math.max(now, tonumber(known() or '0'))
  too_early = math.max(too_early, full_at - between * (burst - 1) - now)
  lives_for = math.max(lives_for, full_at + between - now)
  next_full[#next_full + 1] = string.format('%.3f', full_at + between)
end
if too_early > 0 then
  return { math.ceil(too_early) }
end
if lives_for > 0 then
  redis.call('SET', budget, table.concat(next_full, ' '), 'PX', math.ceil(lives_for))
end
return { 0 }

-- Leases a lane of a conversation to the worker that brings `lease`, and reads what the lane owes.
-- Answers {} if it owes nothing or somebody else has it, else { sealed batch or '', effect, … }.
-- A repeat with the same token answers the same.
local conversation, outbox, ready = KEYS[1], KEYS[2], KEYS[3]
local lane, id, lease = ARGV[1], ARGV[2], ARGV[3]
local now, lease_end, read_max = tonumber(ARGV[4]), ARGV[5], tonumber(ARGV[6])
local member = lane .. ':' .. id

local token, till, sealed, expires = unpack(redis.call(
  'HMGET', conversation, 'lease:' .. lane, 'until:' .. lane, 'sealed:' .. lane, 'expires'))
if till and tonumber(till) > now and token ~= lease then
  return {}
end
local owed = redis.call('LRANGE', outbox, 0, read_max - 1)
if #owed == 0 or (expires and tonumber(expires) <= now) then
  redis.call('ZREM', ready, member)
  return {}
end
redis.call('HSET', conversation, 'lease:' .. lane, lease, 'until:' .. lane, lease_end)
redis.call('ZADD', ready, lease_end, member)
table.insert(owed, 1, sealed or '')
return owed

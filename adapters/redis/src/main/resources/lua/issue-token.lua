-- Keeps the hash of a new token; older ones stay valid until `grace_end` at most. What has expired
-- is forgotten, and above `most` tokens the one issued first. A repeat changes nothing.
-- Answers { number of tokens }.
local tokens = KEYS[1]
local hash, now, valid_until, grace_end = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local lives_for, most = ARGV[5], tonumber(ARGV[6])

local all, kept = redis.call('HGETALL', tokens), {}
for place = 1, #all, 2 do
  local other = all[place]
  local issued, till = string.match(all[place + 1], '^(%d+) (%d+)$')
  if other ~= hash then
    if tonumber(till) <= tonumber(now) then
      redis.call('HDEL', tokens, other)
    else
      if tonumber(till) > tonumber(grace_end) then
        redis.call('HSET', tokens, other, issued .. ' ' .. grace_end)
      end
      table.insert(kept, { other, tonumber(issued) })
    end
  end
end
table.sort(kept, function(one, other) return one[2] > other[2] end)
for rank = most, #kept do
  redis.call('HDEL', tokens, kept[rank][1])
end
redis.call('HSET', tokens, hash, now .. ' ' .. valid_until)
redis.call('PEXPIRE', tokens, lives_for)
return { redis.call('HLEN', tokens) }

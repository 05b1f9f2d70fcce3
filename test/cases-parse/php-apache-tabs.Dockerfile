FROM	php:7.4-apache
RUN	set -eux; \
	apt-get update; \
	apt-get install -y --no-install-recommends libfreetype6-dev; \
	docker-php-ext-install gd; \
	{ \
		echo 'opcache.memory_consumption=128'; \
		echo "opcache.revalidate_freq=2"; \
	} > /usr/local/etc/php/conf.d/opcache.ini
	# an indented comment
	EXPOSE 80
CMD	["apache2-foreground"]
